"""Walks through the catalogue with the Python client, and prints as JSON what the client made of it.

python3 draft.py FOLDER_OF_THE_CLIENT ADDRESS
"""

import json
import sys

sys.path.insert(0, sys.argv[1])

import sec_catalogue_drafting  # noqa: E402


def read(item):
    """An answer in the words of the contract again."""
    return json.loads(json.dumps(item.to_dict(), default=lambda time: time.isoformat()))


def everything(page_at):
    cursor = None
    while True:
        page = page_at(cursor)
        yield from page.items
        cursor = page.next
        if cursor is None:
            return


def problem(call):
    try:
        call()
    except sec_catalogue_drafting.ApiException as wrong:
        assert wrong.headers["Content-Type"].startswith("application/problem+json")
        return read(sec_catalogue_drafting.Problem.from_json(wrong.body))
    raise AssertionError("this should have failed")


def main():
    configuration = sec_catalogue_drafting.Configuration(host=sys.argv[2])
    with sec_catalogue_drafting.ApiClient(configuration) as client:
        types = sec_catalogue_drafting.RecordTypesApi(client).list_record_types().items
        outline = sec_catalogue_drafting.OutlineApi(client).get_outline().items
        records = sec_catalogue_drafting.RecordsApi(client)
        pages = {
            record_type.name: list(
                everything(
                    lambda cursor: records.list_records(
                        type=record_type.name, limit=7, cursor=cursor
                    )
                )
            )
            for record_type in types
        }
        keys = [found[0].key for found in pages.values() if found]
        print(
            json.dumps(
                {
                    "types": [read(t) for t in types],
                    "outline": [read(item) for item in outline],
                    "records": [read(r) for found in pages.values() for r in found],
                    "classes": sorted({type(r).__name__ for f in pages.values() for r in f}),
                    "one": [read(records.get_record(key)) for key in keys],
                    "links": [read(records.list_links(key)) for key in keys],
                    "revisions": [read(records.list_revisions(key)) for key in keys],
                    "problem": problem(
                        lambda: records.list_records(type="cats", stage="NONE")
                    ),
                }
            )
        )


main()
