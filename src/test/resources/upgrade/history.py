"""Gives a catalogue a history, and keeps what it says and publishes; README.md says when.

Use: history.py ADDRESS DATABASE_DIRECTORY UPLOADS_DIRECTORY ARCHIVE
of a catalogue that has just been started with its example and the first baseline of it.
Needs Python 3.9 and psql, of whatever version.
"""

import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import urllib.error
import urllib.parse
import urllib.request

ADDRESS, DATABASE, UPLOADS, ARCHIVE = sys.argv[1:]
KEPT = {}


# --- Asking the catalogue


def ask(method, path, body=None, headers=None):
    """The answer, whatever its status, as status, headers and bytes."""
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(ADDRESS + path, data=data, method=method)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    for name, value in (headers or {}).items():
        request.add_header(name, value)
    try:
        with urllib.request.build_opener(Stay).open(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def done(method, path, body=None, headers=None):
    status, fields, content = ask(method, path, body, headers)
    if status not in (200, 201, 303):
        sys.exit(f"{method} {path}: {status} {content.decode()}")
    return fields, content


def told(path):
    return json.loads(done("GET", path)[1])


def form(path, fields, name, content):
    """Sends a file with fields, as a form does."""
    edge = "edge-of-a-part"
    parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()]
    parts.append(
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = "".join(parts).encode() + content + f"\r\n--{edge}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={edge}", "Prefer": "wait=60"}
    return done("POST", path, body, kind)


# --- Changing the draft


def put(key, note, change):
    """Saves a record after `change` has had its way with it."""
    fields, content = done("GET", f"/api/v1/records/{key}")
    found = json.loads(content)
    draft = {name: found[name] for name in ("type", "parent", "stage", "attributes", "links") if name in found}
    change(draft)
    draft["note"] = note
    done("PUT", f"/api/v1/records/{key}", draft, {"If-Match": fields["ETag"]})


def reword(key, old, new, note):
    def change(draft):
        text = draft["attributes"]["requirement_text"]
        assert old in text, text
        draft["attributes"]["requirement_text"] = text.replace(old, new)

    put(key, note, change)


def stage(key, *stages):
    for one in stages:
        put(key, f"Moved to {one}", lambda draft: draft.update(stage=one))


def move(key, parent, after=None):
    """Below another record, or behind one of its siblings."""

    def change(draft):
        draft["parent"] = parent
        if after:
            draft["after"] = after

    put(key, "Moved in the outline", change)


def new(model, parent, title):
    """A record beside another one that says the same under another title."""
    found = told(f"/api/v1/records/{model}")
    attributes = dict(found["attributes"], title=title)
    attributes.pop("frc_reference", None)
    body = {"type": found["type"], "attributes": attributes, "links": [], "note": "First words"}
    if parent:
        body["parent"] = parent
    return json.loads(done("POST", "/api/v1/records", body)[1])["key"]


def withdraw(key, note):
    fields, _ = done("GET", f"/api/v1/records/{key}")
    done("POST", f"/api/v1/records/{key}/withdrawal", {"note": note}, {"If-Match": fields["ETag"]})


def confirm(key, target):
    revision = told(f"/api/v1/records/{target}")["revision"]

    def change(draft):
        named = [link for link in draft["links"] if link["target"] == target]
        assert named, draft["links"]
        for link in named:
            link["targetRevision"] = revision

    put(key, f"Looked at {target} again", change)


# --- Workbooks


def sheet(type_name, change):
    """The CSV file of a type, its rows changed."""
    content = done("GET", f"/api/v1/exports/records.csv?type={type_name}")[1].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    fields = list(rows[0])
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, fields, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return ("\ufeff" + out.getvalue()).encode()


def planned(name, content):
    answer = json.loads(form("/api/v1/imports", {}, name, content)[1])
    print("import", answer["id"], answer["state"], {k: v for k, v in answer.items() if v and isinstance(v, int)})
    return answer["id"]


def applied(number, note):
    done("POST", f"/api/v1/imports/{number}/apply", {"note": note}, {"Prefer": "wait=60"})


# --- Publishing


def freeze(name, dated, wanted, selection=None):
    waivers = [
        {"code": code, "reason": "To be settled before the next issue", "by": "STEG"} for code in wanted
    ]
    body = {"name": name, "dated": dated, "note": "For the bid pack", "waivers": waivers}
    if selection:
        body["selection"] = selection
    print("baseline", json.loads(done("POST", "/api/v1/baselines", body)[1]))


def act(baseline, what, reason, successor=None):
    body = {"act": what, "reason": reason}
    if successor:
        body["successor"] = successor
    done("POST", f"/api/v1/baselines/{baseline}/acts", body)


# --- What happened


def edit():
    """Words, places, stages and links after the first baseline."""
    reword("ESM-0002", "shall", "shall at all times", "Stronger")
    reword("ESM-0002", "shall at all times", "shall always", "Shorter")
    reword("WCU-0002", "latest", "newest", "One word for one thing")
    reword("DSL-0001", " shall ", " shall, in every case, ", "Makes links to it suspect")
    confirm("WCU-0002", "DSL-0001")
    put("SEC-0030", "A better summary", lambda d: d["attributes"].update(summary="The display of the consumer."))
    move("ESM-0005", "SEC-0028")
    move("ESM-0004", "SEC-0027", "ESM-0007")
    move("IHD-0004", "SEC-0030", "IHD-0001")
    move("SEC-0031", "SEC-0026", "SEC-0027")
    stage("WPR-0002", "PEER", "SG3", "DCG", "PROG", "APPROVED")
    stage("HCD-0003", "BLOCKED", "DRAFT", "PARKED")
    reword("GSM-0002", "30 minutes", "15 minutes", "New words for what is approved")
    reword("ESM-0006", "10 seconds", "5 seconds", "New words for what is approved")
    withdraw("ESM-0003", "Said in another record")
    withdraw("GOP-0003", "The output is not wanted")
    print("without a section", new("ESM-0001", None, "A record without a section"))
    print("new", new("ESM-0001", "SEC-0027", "A record of its own section"))


def imports():
    """One that is applied, one undone, one undecided, one refused, one only planned."""

    def words(old, text):
        def change(rows):
            rows[0][old] = text
            rows[1]["Rationale"] = "Of the workbook: " + text

        return change

    number = planned("wan-comms-unit-spec.csv", sheet("wan-comms-unit-spec", words("Title *", "Exchange without touching")))
    applied(number, "The spring issue of the working group")
    number = planned("in-home-display-spec.csv", sheet("in-home-display-spec", words("Title *", "A title that did not stay")))
    applied(number, "By mistake")
    done("POST", f"/api/v1/imports/{number}/undo", {"note": "The wrong file"})
    stale = sheet("business-requirement", words("Rationale", "Theirs"))
    put("BRQ-0001", "Ours", lambda d: d["attributes"].update(rationale="Ours"))
    planned("business-requirement.csv", stale)
    planned("security-requirement.csv", sheet("security-requirement", words("Obligation *", "perhaps")))
    number = planned("gas-meter-spec.csv", sheet("gas-meter-spec", words("Title *", "A title that waits")))
    done("PUT", f"/api/v1/imports/{number}/choice", {"chosen": False, "rows": [2]})
    profile = {
        "label": "Controls of the security group",
        "sheets": [
            {
                "sheet": "Controls",
                "type": "security-requirement",
                "columns": [{"header": "Control Text", "attributes": "requirement_text"}],
            }
        ],
    }
    done("PUT", "/api/v1/import-profiles/controls", profile)
    profile["label"] = "Controls of the security group, second issue"
    done("PUT", "/api/v1/import-profiles/controls", profile, {"If-Match": '"1"'})
    strange = "Control,Control Text,Discussion\r\nAC-1,The party shall keep a log.,Logs tell.\r\n"
    mapping = form("/imports", {"action": "map"}, "strange.csv", strange.encode())[0]["Location"]
    KEPT["mapping"] = urllib.parse.urlsplit(mapping).path


def publish():
    """The second baseline under a second key, then a small one that is taken back."""
    done("POST", "/api/v1/baselines/keys", {})
    every = ["PROVISIONAL", "NAMES_OUTSIDE", "LINK_OUTSIDE", "BROKEN_LINK", "SUSPECT_LINK", "NO_SOURCE"]
    freeze("SEC v0.02", "2011-12-31", every)
    act("sec-v0.01", "SUPERSEDED", "Replaced by the next issue", "sec-v0.02")
    freeze("SEC gas v0.1", "2012-01-15", every, {"sections": ["C.4.1.b"], "notes": True})
    act("sec-gas-v0.1", "WITHDRAWN", "Published too early")
    reword("ESM-0008", "shall", "shall indeed", "After the last baseline")


def damage():
    """What one door let in that others refuse: a record that refines itself, a circle of sections."""

    def itself(rows):
        rows[-1]["Refines"] = rows[-1]["Key"]

    applied(planned("han-device-spec.csv", sheet("han-device-spec", itself)), "A link to itself")
    chapter = section("C.8", "SEC-0001")
    below = section("C.8.1", chapter)

    def around(rows):
        for row in rows:
            if row["Key"] == chapter:
                row["Section"] = "C.8.1"

    applied(planned("section.csv", sheet("section", around)), "A circle")
    print("circle", chapter, below)


def section(reference, parent):
    body = {
        "type": "section",
        "parent": parent,
        "attributes": {"reference": reference, "title": "Of the circle"},
        "note": "For the circle",
    }
    return json.loads(done("POST", "/api/v1/records", body)[1])["key"]


# --- What is kept of it


def pages(path):
    """All pages of a list, as they were answered."""
    after = ""
    while True:
        address = path + ("&cursor=" + urllib.parse.quote(after) if after else "")
        answer = told(address)
        yield address, answer
        after = answer.get("next")
        if not after:
            return


def keep_answers(archive):
    answers = {}
    records = []
    for address, answer in pages("/api/v1/records?limit=200"):
        answers[address] = answer
        records += answer["items"]
    several = ["/api/v1/import-profiles/controls", "/api/v1/baselines", "/api/v1/publications?limit=100"]
    for record in records:
        several.append(f"/api/v1/records/{record['key']}/links")
        if record["revision"] > 1:
            several.append(f"/api/v1/records/{record['key']}/revisions?limit=100")
    for run in told("/api/v1/imports?limit=100")["items"]:
        several.append(f"/api/v1/imports/{run['id']}?limit=100")
    for baseline in told("/api/v1/baselines")["items"]:
        base = f"/api/v1/baselines/{baseline['id']}"
        several += [base, base + "/outline", base + "/facets"]
        several += [address for address, _ in pages(base + "/records?limit=200")]
    several.append("/api/v1/baselines/sec-v0.02/changes?since=sec-v0.01&limit=100")
    for address in several:
        answers[address] = told(address)
    text = json.dumps({"mapping": KEPT["mapping"], "answers": answers}, ensure_ascii=False, indent=0)
    archive.add("answers.json", text.encode())


def keep_files(archive):
    named = []
    for baseline, sections in {
        "sec-v0.01": ["A", "C.4.1"],
        "sec-v0.02": ["C.1.2", "R"],
        "sec-gas-v0.1": ["C.4.1.b"],
    }.items():
        base = f"/api/v1/baselines/{baseline}/"
        named += [base + name for name in ("manifest.json", "manifest.jws", "bundle.zip", "records.xlsx")]
        named += [f"{base}specifications/{section}.{kind}" for section in sections for kind in ("docx", "html")]
    for newer, older in (("sec-v0.02", "sec-v0.01"), ("sec-v0.01", "sec-v0.02")):
        named += [f"/api/v1/baselines/{newer}/changes.{kind}?since={older}" for kind in ("docx", "xlsx", "json")]
    index = []
    for number, address in enumerate(named, 1):
        content = done("GET", address)[1]
        plain = urllib.parse.urlsplit(address)
        name = f"files/{number:02}-" + plain.path.split("/", 4)[4].replace("/", "-")
        name = name if not plain.query else name.replace("-changes", f"-since-{plain.query[6:]}-changes")
        verdict = json.loads(form("/api/v1/verifications", {}, pathlib.PurePath(name).name, content)[1])
        print(name, len(content), verdict["verdict"])
        archive.add(name, content)
        index.append({"address": address, "file": name, "verdict": verdict})
    archive.add("files.json", json.dumps(index, ensure_ascii=False, indent=0).encode())
    archive.add("jwks.json", done("GET", "/.well-known/jwks.json")[1])
    for name in ("records.xlsx", "records.csv?type=gas-meter-spec"):
        content = done("GET", f"/api/v1/exports/{name}")[1]
        archive.add("exports/" + name.split("?")[0], content)


def query(sql):
    lines = pathlib.Path(DATABASE, "credentials.properties").read_text().split()
    password = dict(line.split("=", 1) for line in lines)["postgres"]
    port = pathlib.Path(DATABASE, "cluster", "postmaster.pid").read_text().split("\n")[3]
    line = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", port, "-U", "postgres"]
    settings = dict(os.environ, PGPASSWORD=password, PGTZ="UTC", PGDATESTYLE="ISO", PGCLIENTENCODING="UTF8")
    return subprocess.run(line + ["-c", sql, "catalogue"], check=True, env=settings, stdout=subprocess.PIPE).stdout


def keep_tables(archive):
    """Each table as the words of its columns, without those that the server computes."""
    listed = query(
        """copy (
          select c.relnamespace::regnamespace, c.relname,
              string_agg(quote_ident(a.attname), ', ' order by a.attnum)
          from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and c.relnamespace in ('drafting'::regnamespace, 'published'::regnamespace)
          group by c.oid order by c.oid) to stdout (format csv)"""
    ).decode()
    for schema, table, columns in csv.reader(io.StringIO(listed)):
        order = f"select {columns} from {schema}.{table} order by ({columns})::text collate \"C\""
        if "," not in columns:
            order = f"select {columns} from {schema}.{table} order by 1"
        archive.add(f"tables/{schema}.{table}.csv", query(f"copy ({order}) to stdout (format csv, header)"))
    sequences = """copy (select schemaname, sequencename, last_value from pg_sequences
      where schemaname in ('drafting', 'published') order by 1, 2) to stdout (format csv, header)"""
    archive.add("sequences.csv", query(sequences))


class Archive:
    """The same content gives the same bytes."""

    def __init__(self, file):
        self.tar = tarfile.open(file, "w:xz", format=tarfile.PAX_FORMAT, preset=9)

    def add(self, name, content):
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        self.tar.addfile(entry, io.BytesIO(content))

    def close(self):
        self.tar.close()


def main():
    edit()
    imports()
    publish()
    archive = Archive(ARCHIVE)
    keep_files(archive)
    damage()
    keep_answers(archive)
    for file in sorted(pathlib.Path(UPLOADS).rglob("*")):
        if file.is_file():
            archive.add("uploads/" + file.relative_to(UPLOADS).as_posix(), file.read_bytes())
    keep_tables(archive)
    archive.close()
    print(pathlib.Path(ARCHIVE).stat().st_size, "bytes")


main()
