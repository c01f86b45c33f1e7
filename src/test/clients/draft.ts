// Walks through the catalogue with the TypeScript client, and prints as JSON what the client made
// of it. The last argument is the address.
import * as client from '../../clients/drafting/typescript/src';

declare const process: { argv: string[] };

async function everything(
  pageAt: (cursor?: string) => Promise<client.RecordPage>,
): Promise<client.CatalogueRecord[]> {
  const found: client.CatalogueRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAt(cursor);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

async function problem(call: () => Promise<unknown>): Promise<client.Problem> {
  try {
    await call();
  } catch (error) {
    if (error instanceof client.ResponseError) {
      return client.ProblemFromJSON(await error.response.json());
    }
    throw error;
  }
  throw new Error('this should have failed');
}

async function main(): Promise<void> {
  const configuration = new client.Configuration({ basePath: process.argv.at(-1) });
  const types = (await new client.RecordTypesApi(configuration).listRecordTypes()).items;
  const outline = (await new client.OutlineApi(configuration).getOutline()).items;
  const records = new client.RecordsApi(configuration);
  const found: client.CatalogueRecord[] = [];
  const keys: string[] = [];
  for (const { name } of types) {
    const ofType = await everything((cursor) =>
      records.listRecords({ type: name, limit: 7, cursor }),
    );
    found.push(...ofType);
    const first = ofType[0];
    if (first !== undefined) {
      keys.push(first.key);
    }
  }
  const one = await Promise.all(keys.map((key) => records.getRecord({ key })));
  const links = await Promise.all(keys.map((key) => records.listLinks({ key })));
  const revisions = await Promise.all(keys.map((key) => records.listRevisions({ key })));
  console.log(
    JSON.stringify({
      types: types.map(client.RecordTypeToJSON),
      outline: outline.map(client.OutlineEntryToJSON),
      records: found.map(client.CatalogueRecordToJSON),
      classes: [...new Set(found.map((record) => record.type))].sort(),
      one: one.map(client.CatalogueRecordToJSON),
      links: links.map(client.LinksToJSON),
      revisions: revisions.map(client.RevisionPageToJSON),
      problem: client.ProblemToJSON(
        await problem(() => records.listRecords({ type: 'cats', stage: 'NONE' })),
      ),
    }),
  );
}

main();
