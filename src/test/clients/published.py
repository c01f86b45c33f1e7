"""Walks through all that is public with the Python client, and prints as JSON what the client made
of it: for each operation its answers, files as their SHA-256.

python3 published.py FOLDER_OF_THE_CLIENT ADDRESS
"""

import hashlib
import json
import sys
import tempfile

sys.path.insert(0, sys.argv[1])

import sec_catalogue  # noqa: E402

BASELINE = "sec-v0.02"
OLDER = "sec-v0.01"
SECTION = "C.4.1.a"
KEY = "ESM-0002"
TYPE = "gas-meter-spec"


def read(item):
    """An answer in the words of the contract again."""
    return json.loads(json.dumps(item.to_dict(), default=lambda time: time.isoformat()))


def digest(file):
    return hashlib.sha256(file if isinstance(file, (bytes, bytearray)) else file.encode()).hexdigest()


def pages(page_at):
    """All pages of a list, each asked for with what the one before says."""
    found = [page_at(None)]
    while found[-1].next is not None:
        found.append(page_at(found[-1].next))
    return found


def typed(record):
    """What a record says, as the class of its type reads it."""
    name = "".join(word.capitalize() for word in record.type.split("-")) + "Attributes"
    return read(getattr(sec_catalogue, name).from_dict(record.attributes))


def verified(verifications, file):
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as copy:
        copy.write(file)
        copy.flush()
        return read(verifications.verify_file(copy.name))


def place(addresses, name):
    """Where a permanent address goes on to; the client follows it."""
    reached = addresses.get_permanent_address_with_http_info(name)
    assert reached.status_code == 200
    record = sec_catalogue.PublishedRecord.from_json(reached.raw_data)
    return f"/api/v1/baselines/{record.baseline}/records/{record.key}"


def main():
    configuration = sec_catalogue.Configuration(host=sys.argv[2])
    with sec_catalogue.ApiClient(configuration) as client:
        baselines = sec_catalogue.BaselinesApi(client)
        records = sec_catalogue.PublishedRecordsApi(client)
        types = sec_catalogue.PublishedTypesApi(client)
        changes = sec_catalogue.ChangesApi(client)
        files = sec_catalogue.BaselineFilesApi(client)
        feeds = sec_catalogue.FeedsApi(client)
        maps = sec_catalogue.BaselineMapsApi(client)
        all_pages = pages(
            lambda cursor: records.list_published_records(BASELINE, limit=60, cursor=cursor)
        )
        found = [record for page in all_pages for record in page.items]
        workbook = files.get_baseline_workbook(BASELINE)
        walk = {
            "listBaselines": [read(baselines.list_baselines())],
            "getBaseline": [read(baselines.get_baseline(BASELINE))],
            "getManifest": [baselines.get_manifest(BASELINE)],
            "getSignedFiles": [baselines.get_signed_files(BASELINE)],
            "getSignature": [baselines.get_signature(BASELINE)],
            "getPublishedOutline": [read(baselines.get_published_outline(BASELINE))],
            "listPublishedRecords": [read(page) for page in all_pages]
            + [read(records.list_published_records(BASELINE, q="meter", order="rank", limit=5))],
            "listFacets": [
                read(records.list_facets(BASELINE, section=SECTION, stage=["DCG", "DRAFT"]))
            ],
            "getExtract": [
                digest(records.get_extract(BASELINE, section=SECTION, stage=["DCG", "DRAFT"]))
            ],
            "getPublishedRecord": [read(records.get_published_record(BASELINE, KEY))],
            "listPublishedLinks": [read(records.list_published_links(BASELINE, KEY))],
            "listPublishedTypes": [read(types.list_published_types(BASELINE))],
            "getPublishedSchema": [types.get_published_schema(BASELINE, TYPE)],
            "getStanding": [read(records.get_standing(BASELINE, KEY))],
            "listPublications": [
                read(page)
                for page in pages(
                    lambda cursor: sec_catalogue.PublicationsApi(client).list_publications(
                        cursor=cursor, limit=1
                    )
                )
            ],
            "getKeySet": [read(sec_catalogue.KeysApi(client).get_key_set())],
            "getPermanentAddress": [
                place(sec_catalogue.PermanentAddressesApi(client), name)
                for name in (KEY, f"{KEY}@{OLDER}")
            ],
            "listChanges": [
                read(page)
                for page in pages(
                    lambda cursor: changes.list_changes(
                        BASELINE, since=OLDER, limit=2, cursor=cursor
                    )
                )
            ],
            "getAllChanges": [read(changes.get_all_changes(BASELINE, since=OLDER))],
            "getChangesDocument": [digest(changes.get_changes_document(BASELINE, since=OLDER))],
            "getChangesWorkbook": [digest(changes.get_changes_workbook(BASELINE, since=OLDER))],
            "getBundle": [digest(files.get_bundle(BASELINE))],
            "getBaselineWorkbook": [digest(workbook)],
            "getBaselineWordSpecification": [
                digest(files.get_baseline_word_specification(BASELINE, SECTION))
            ],
            "getBaselineHtmlSpecification": [
                digest(files.get_baseline_html_specification(BASELINE, SECTION))
            ],
            "getBaselineMap": [digest(maps.get_baseline_map(BASELINE, focus=SECTION))],
            "getBaselineMapDocument": [
                digest(maps.get_baseline_map_document(BASELINE, focus=SECTION))
            ],
            "getBaselineMapPicture": [
                digest(maps.get_baseline_map_picture(BASELINE, focus=SECTION))
            ],
            "getPublicationsFeed": [digest(feeds.get_publications_feed())],
            "getChangesFeed": [digest(feeds.get_changes_feed(type=TYPE))],
            "verifyFile": [verified(sec_catalogue.VerificationsApi(client), workbook)],
        }
        print(json.dumps({"walk": walk, "typed": [typed(record) for record in found]}))


main()
