// Walks through all that is public with the TypeScript client, and prints as JSON what the client
// made of it: for each operation its answers, files as their SHA-256. The last argument is the
// address.
import * as client from '../../clients/typescript/src';

declare const process: { argv: string[] };

const baseline = 'sec-v0.02';
const since = 'sec-v0.01';
const section = 'C.4.1.a';
const key = 'ESM-0002';
const type = 'gas-meter-spec';

// All pages of a list, each asked for with what the one before says.
async function pages<T, P extends { next?: T }>(pageAt: (cursor?: T) => Promise<P>): Promise<P[]> {
  const found: P[] = [];
  let cursor: T | undefined;
  do {
    const page = await pageAt(cursor);
    found.push(page);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

async function digest(file: Blob | string): Promise<string> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : await file.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Readers = { [name: string]: ((value: unknown) => unknown) | undefined };

// What a record says, as the functions of its type read it.
function typed(record: client.PublishedRecord): unknown {
  const name = record.type
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const readers = client as unknown as Readers;
  const fromJson = readers[`${name}AttributesFromJSON`];
  const toJson = readers[`${name}AttributesToJSON`];
  if (fromJson === undefined || toJson === undefined) {
    throw new Error(`the client does not know the type ${record.type}`);
  }
  return toJson(fromJson(record.attributes));
}

async function main(): Promise<void> {
  const address = process.argv.at(-1) ?? '';
  const configuration = new client.Configuration({ basePath: address });
  const baselines = new client.BaselinesApi(configuration);
  const records = new client.PublishedRecordsApi(configuration);
  const publications = new client.PublicationsApi(configuration);
  const types = new client.PublishedTypesApi(configuration);
  const changes = new client.ChangesApi(configuration);
  const files = new client.BaselineFilesApi(configuration);
  const feeds = new client.FeedsApi(configuration);
  const maps = new client.BaselineMapsApi(configuration);
  const addresses = new client.PermanentAddressesApi(configuration);

  // Where a permanent address goes on to; the client follows it.
  const place = async (name: string): Promise<string> =>
    (await addresses.getPermanentAddressRaw({ name })).raw.url.slice(address.length);

  const all = await pages((cursor?: string) =>
    records.listPublishedRecords({ baseline, limit: 60, cursor }),
  );
  const ranked = await records.listPublishedRecords({
    baseline,
    q: 'meter',
    order: client.ListPublishedRecordsOrderEnum.Rank,
    limit: 5,
  });
  const facets = await records.listFacets({ baseline, section, stage: ['DCG', 'DRAFT'] });
  const publicationPages = await pages((cursor?: number) =>
    publications.listPublications({ cursor, limit: 1 }),
  );
  const changePages = await pages((cursor?: string) =>
    changes.listChanges({ baseline, since, limit: 2, cursor }),
  );
  const workbook = await files.getBaselineWorkbook({ baseline });
  const verification = await new client.VerificationsApi(configuration).verifyFile({
    file: workbook,
  });
  const walk = {
    listBaselines: [client.BaselineListToJSON(await baselines.listBaselines())],
    getBaseline: [client.BaselineToJSON(await baselines.getBaseline({ baseline }))],
    getManifest: [await baselines.getManifest({ baseline })],
    getSignedFiles: [await baselines.getSignedFiles({ baseline })],
    getSignature: [await baselines.getSignature({ baseline })],
    getPublishedOutline: [
      client.PublishedOutlineToJSON(await baselines.getPublishedOutline({ baseline })),
    ],
    listPublishedRecords: [...all, ranked].map(client.PublishedPageToJSON),
    getExtract: [
      await digest(await records.getExtract({ baseline, section, stage: ['DCG', 'DRAFT'] })),
    ],
    listFacets: [client.FacetListToJSON(facets)],
    getPublishedRecord: [
      client.PublishedRecordToJSON(await records.getPublishedRecord({ baseline, key })),
    ],
    listPublishedTypes: [client.PublishedTypeListToJSON(await types.listPublishedTypes({ baseline }))],
    getPublishedSchema: [await types.getPublishedSchema({ baseline, type })],
    getStanding: [client.RecordStandingToJSON(await records.getStanding({ baseline, key }))],
    listPublishedLinks: [
      client.PublishedLinksToJSON(await records.listPublishedLinks({ baseline, key })),
    ],
    listPublications: publicationPages.map(client.PublicationPageToJSON),
    getKeySet: [client.KeySetToJSON(await new client.KeysApi(configuration).getKeySet())],
    getPermanentAddress: [await place(key), await place(`${key}@${since}`)],
    listChanges: changePages.map(client.ChangePageToJSON),
    getAllChanges: [client.ChangePageToJSON(await changes.getAllChanges({ baseline, since }))],
    getChangesDocument: [await digest(await changes.getChangesDocument({ baseline, since }))],
    getChangesWorkbook: [await digest(await changes.getChangesWorkbook({ baseline, since }))],
    getBundle: [await digest(await files.getBundle({ baseline }))],
    getBaselineWorkbook: [await digest(workbook)],
    getBaselineWordSpecification: [
      await digest(await files.getBaselineWordSpecification({ baseline, section })),
    ],
    getBaselineHtmlSpecification: [
      await digest(await files.getBaselineHtmlSpecification({ baseline, section })),
    ],
    getBaselineMap: [await digest(await maps.getBaselineMap({ baseline, focus: section }))],
    getBaselineMapDocument: [
      await digest(await maps.getBaselineMapDocument({ baseline, focus: section })),
    ],
    getBaselineMapPicture: [
      await digest(await maps.getBaselineMapPicture({ baseline, focus: section })),
    ],
    getPublicationsFeed: [await digest(await feeds.getPublicationsFeed())],
    getChangesFeed: [await digest(await feeds.getChangesFeed({ type }))],
    verifyFile: [client.VerificationToJSON(verification)],
  };
  console.log(JSON.stringify({ walk, typed: all.flatMap((page) => page.items).map(typed) }));
}

main();
