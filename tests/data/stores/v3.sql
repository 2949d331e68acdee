PRAGMA application_id = 1350126926;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'peyman','m0001_first','2026-11-22 04:58:01.597646+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'peyman','m0002_suggestions_and_settings','2026-11-22 04:58:01.663495+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'peyman','m0003_packs_and_merges','2026-11-22 04:58:01.928837+00:00');
CREATE TABLE active_time(  -- how long an article was worked on; no part of the annotations, so not logged
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (length(day) = 10),
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (set_no, day)
) STRICT, WITHOUT ROWID;
INSERT INTO "active_time" VALUES(1,'2026-11-22',90);
CREATE TABLE alias(  -- an annotator of another file who is one of ours under another id
  annotator_id BLOB PRIMARY KEY CHECK (length(annotator_id) = 16),
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE annotation_set(  -- one annotator's work on one document
  set_no INTEGER PRIMARY KEY,
  set_id BLOB NOT NULL UNIQUE CHECK (length(set_id) = 16),
  origin_no INTEGER NOT NULL REFERENCES origin(origin_no),
  document_no INTEGER NOT NULL REFERENCES document(document_no) ON DELETE RESTRICT,
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),
  kind TEXT NOT NULL CHECK (kind IN ('annotation', 'gold')),
  schema_no INTEGER NOT NULL REFERENCES schema(schema_no),
  "foreign" TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'in_progress', 'finished', 'skipped')),
  note TEXT NOT NULL,
  revision INTEGER NOT NULL,  -- the op that changed it last
  updated_at INTEGER NOT NULL, doubt TEXT NOT NULL DEFAULT '',
  UNIQUE (document_no, annotator_no, kind)
) STRICT;
INSERT INTO "annotation_set" VALUES(1,X'01A2019E4FD277BD8A493185914D626A',1,1,1,'annotation',1,'{}','finished','',29,1795323483811,'منبع');
INSERT INTO "annotation_set" VALUES(2,X'01A2019E502272ADA9A69155CADA2202',1,2,1,'annotation',1,'{}','in_progress','',27,1795323483803,'');
INSERT INTO "annotation_set" VALUES(3,X'01A2019E52DF740495178B483A7A4185',2,1,2,'annotation',1,'{}','finished','',5,1795323482864,'');
INSERT INTO "annotation_set" VALUES(4,X'01A2019E56A8728CAB29AE47470FBD48',1,1,3,'gold',1,'{"tool": "x"}','finished','',30,1795323483816,'');
INSERT INTO "annotation_set" VALUES(5,X'01A2019E56BE767DB940CF38874764A6',1,2,4,'annotation',1,'{}','skipped','به روسی',34,1795323483855,'');
CREATE TABLE annotation_set_log(set_no INTEGER NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "state" TEXT, "note" TEXT, doubt TEXT DEFAULT '', PRIMARY KEY (set_no, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "annotation_set_log" VALUES(1,2,0,'new','','');
INSERT INTO "annotation_set_log" VALUES(1,3,0,'in_progress','','');
INSERT INTO "annotation_set_log" VALUES(1,19,0,'in_progress','','منبع');
INSERT INTO "annotation_set_log" VALUES(1,23,0,'finished','','منبع');
INSERT INTO "annotation_set_log" VALUES(1,28,0,'in_progress','','منبع');
INSERT INTO "annotation_set_log" VALUES(1,29,0,'finished','','منبع');
INSERT INTO "annotation_set_log" VALUES(2,13,0,'new','','');
INSERT INTO "annotation_set_log" VALUES(2,14,0,'in_progress','','');
INSERT INTO "annotation_set_log" VALUES(3,2,0,'new','','');
INSERT INTO "annotation_set_log" VALUES(3,3,0,'in_progress','','');
INSERT INTO "annotation_set_log" VALUES(3,5,0,'finished','','');
INSERT INTO "annotation_set_log" VALUES(4,30,0,'finished','','');
INSERT INTO "annotation_set_log" VALUES(5,31,0,'new','','');
INSERT INTO "annotation_set_log" VALUES(5,32,0,'in_progress','','');
INSERT INTO "annotation_set_log" VALUES(5,34,0,'skipped','به روسی','');
CREATE TABLE annotator(
  annotator_no INTEGER PRIMARY KEY,
  annotator_id BLOB NOT NULL UNIQUE CHECK (length(annotator_id) = 16),
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;
INSERT INTO "annotator" VALUES(1,X'01A2019E4F49794C9CC024342F087845','سارا');
INSERT INTO "annotator" VALUES(2,X'01A2019E50577973AA6BF971DA3CE258','مینا');
INSERT INTO "annotator" VALUES(3,X'01A2019E56A773C68FC5C0E85EDBD682','داور');
INSERT INTO "annotator" VALUES(4,X'01A2019E56B6794EB93A6A41E498F6AE','علی‌رضا');
CREATE TABLE assignment(  -- an article that was dealt to an annotator
  assignment_id BLOB PRIMARY KEY CHECK (length(assignment_id) = 16),
  document_id BLOB NOT NULL REFERENCES document(document_id),
  annotator_id BLOB NOT NULL REFERENCES annotator(annotator_id),
  pack_id BLOB NOT NULL CHECK (length(pack_id) = 16),  -- the origin of the file it was dealt out in
  at INTEGER NOT NULL,
  UNIQUE (document_id, annotator_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "assignment" VALUES(X'00000000000081C58B8DF22B309C95D6',X'01A2019E4C127092865268A08FEE5E66',X'01A2019E50577973AA6BF971DA3CE258',X'01A2019E52637CD1AF626E0A3B7F8059',1795323482199);
INSERT INTO "assignment" VALUES(X'000000000000844098446783D533A3F2',X'01A2019E4C0E7F77B7AB1BE29A7C90DB',X'01A2019E50577973AA6BF971DA3CE258',X'01A2019E52637CD1AF626E0A3B7F8059',1795323482199);
CREATE TABLE assignment_log(assignment_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "document_id" BLOB, "annotator_id" BLOB, "pack_id" BLOB, "at" INTEGER, PRIMARY KEY (assignment_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "assignment_log" VALUES(X'00000000000081C58B8DF22B309C95D6',20,0,X'01A2019E4C127092865268A08FEE5E66',X'01A2019E50577973AA6BF971DA3CE258',X'01A2019E52637CD1AF626E0A3B7F8059',1795323482199);
INSERT INTO "assignment_log" VALUES(X'000000000000844098446783D533A3F2',20,0,X'01A2019E4C0E7F77B7AB1BE29A7C90DB',X'01A2019E50577973AA6BF971DA3CE258',X'01A2019E52637CD1AF626E0A3B7F8059',1795323482199);
CREATE TABLE current_op(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  op_no INTEGER  -- NULL outside an op, so that any logged write fails
, showing INTEGER NOT NULL DEFAULT 0 CHECK (showing IN (0, 1))) STRICT;
INSERT INTO "current_op" VALUES(1,NULL,0);
CREATE TABLE decision(  -- what was settled about one cluster; never changed, only replaced by another
  decision_id BLOB PRIMARY KEY CHECK (length(decision_id) = 16),
  document_id BLOB NOT NULL REFERENCES document(document_id),
  cluster BLOB NOT NULL CHECK (length(cluster) = 16),
  parent BLOB CHECK (length(parent) = 16),
  subject TEXT NOT NULL CHECK (subject IN ('span', 'attribute', 'role', 'field', 'whole')),
  layer TEXT NOT NULL,
  name TEXT NOT NULL,
  inputs TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'deferred', 'settled')),
  outcome TEXT NOT NULL CHECK (outcome IN ('take', 'edit', 'reject', '')),
  answer TEXT,
  method TEXT NOT NULL,
  curator TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL,
  replaces TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "decision" VALUES(X'01A2019E566F75D2A22370A86D289674',X'01A2019E4C0E7F77B7AB1BE29A7C90DB',X'01A2019E566F75D2A22370A8FF6FA25B',NULL,'span','entity','','[["01a2019e-566f-783c-bbd5-4458d9b25b19", "", ""]]','settled','take','[{"label": "PER", "start": 0, "end": 13, "fragments": [], "attributes": {"canon": "علی‌رضا احمدی"}}]','human','داور',1700000000000,'overlooked','روشن','[]');
CREATE TABLE decision_log(decision_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "document_id" BLOB, "cluster" BLOB, "parent" BLOB, "subject" TEXT, "layer" TEXT, "name" TEXT, "inputs" TEXT, "state" TEXT, "outcome" TEXT, "answer" TEXT, "method" TEXT, "curator" TEXT, "at" INTEGER, "reason" TEXT, "comment" TEXT, "replaces" TEXT, PRIMARY KEY (decision_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "decision_log" VALUES(X'01A2019E566F75D2A22370A86D289674',22,0,X'01A2019E4C0E7F77B7AB1BE29A7C90DB',X'01A2019E566F75D2A22370A8FF6FA25B',NULL,'span','entity','','[["01a2019e-566f-783c-bbd5-4458d9b25b19", "", ""]]','settled','take','[{"label": "PER", "start": 0, "end": 13, "fragments": [], "attributes": {"canon": "علی‌رضا احمدی"}}]','human','داور',1700000000000,'overlooked','روشن','[]');
CREATE TABLE document(
  document_no INTEGER PRIMARY KEY,
  document_id BLOB NOT NULL UNIQUE CHECK (length(document_id) = 16),
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  length INTEGER NOT NULL CHECK (length > 0),  -- code points
  encoding TEXT NOT NULL,
  tokenizer TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 1000),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  direction TEXT NOT NULL CHECK (direction IN ('rtl', 'ltr')),
  meta TEXT NOT NULL,
  "foreign" TEXT NOT NULL
) STRICT;
INSERT INTO "document" VALUES(1,X'01A2019E4C0E7F77B7AB1BE29A7C90DB',X'E284B1C3927A677368FEA502F552A418EDBD6420C9AAE425344ACE36EC18E49F',89,'utf-8','spaces 1','a.txt','وعدهٔ پل','fa','rtl','{"outlet": "ایرنا", "parties": ["GPE:IR"]}','{"x": 1}');
INSERT INTO "document" VALUES(2,X'01A2019E4C127092865268A08FEE5E66',X'BC1BBB6F1892A8BC5B4B6693A9F395DE4CCD7B07C1E63FC97FDECC0B43521B91',93,'utf-8','spaces 1','b.txt','Мост через реку','ru','ltr','{"date": "2025-11-21"}','{}');
CREATE TABLE document_label(
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE RESTRICT,
  document_label_id BLOB NOT NULL CHECK (length(document_label_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  value TEXT NOT NULL,
  source_id TEXT NOT NULL,
  "foreign" TEXT NOT NULL,
  PRIMARY KEY (set_no, document_label_id),
  UNIQUE (set_no, layer, label)
) STRICT, WITHOUT ROWID;
INSERT INTO "document_label" VALUES(1,X'01A2019E501E77118B2A3F0F2DB8C647','document','mode','"in_person"','','{}');
INSERT INTO "document_label" VALUES(4,X'000000000003835FB03D8DC3C3666969','document','parties','["GPE:IR", "GPE:AZ"]','D1','{"sure": true}');
CREATE TABLE document_label_log(set_no INTEGER NOT NULL, document_label_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "layer" TEXT, "label" TEXT, "value" TEXT, "source_id" TEXT, "foreign" TEXT, PRIMARY KEY (set_no, document_label_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "document_label_log" VALUES(1,X'01A2019E501E77118B2A3F0F2DB8C647',12,0,'document','mode','"in_person"','','{}');
INSERT INTO "document_label_log" VALUES(4,X'000000000003835FB03D8DC3C3666969',30,0,'document','parties','["GPE:IR", "GPE:AZ"]','D1','{"sure": true}');
CREATE TABLE document_log(document_no INTEGER NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "name" TEXT, "title" TEXT, "language" TEXT, "direction" TEXT, "meta" TEXT, "foreign" TEXT, PRIMARY KEY (document_no, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "document_log" VALUES(1,1,0,'a.txt','وعدهٔ پل','fa','rtl','{"outlet": "ایرنا", "parties": ["GPE:IR"]}','{"x": 1}');
INSERT INTO "document_log" VALUES(2,1,0,'b.txt','Мост через реку','ru','ltr','{}','{}');
INSERT INTO "document_log" VALUES(2,16,0,'b.txt','Мост через реку','ru','ltr','{"date": "2025-11-21"}','{}');
CREATE TABLE document_text(  -- apart, so that lists read no text pages; never changes
  document_no INTEGER PRIMARY KEY REFERENCES document(document_no) ON DELETE RESTRICT,
  text TEXT NOT NULL,
  tokens BLOB NOT NULL  -- pairs of start and end, little-endian unsigned 32 bit
) STRICT;
INSERT INTO "document_text" VALUES(1,'علی‌رضا احمدی 🙂 با استاندار اردبیل دیدار کرد.
وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد.',X'0000000007000000080000000D0000000E0000000F0000001000000012000000130000001B0000001C000000220000002300000028000000290000002D0000002F00000031000000320000003400000035000000390000003A0000003B0000003C0000003E0000003F000000410000004200000044000000450000004D0000004E000000540000005500000059000000');
INSERT INTO "document_text" VALUES(2,'Губернатор обещал построить мост до 2030 года; стороны подписали меморандум о сотрудничестве.',X'000000000A0000000B00000011000000120000001B0000001C0000002000000021000000230000002400000028000000290000002E0000002F000000360000003700000040000000410000004B0000004C0000004D0000004E0000005D000000');
CREATE TABLE intended(  -- a string that is labelled in several ways, rightly
  intended_id BLOB PRIMARY KEY CHECK (length(intended_id) = 16),
  key TEXT NOT NULL,
  variants TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "intended" VALUES(X'01A2019E504978D0AB327A070759C12C','فارس','["GPE", "ORG"]');
CREATE TABLE intended_log(intended_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "key" TEXT, "variants" TEXT, PRIMARY KEY (intended_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "intended_log" VALUES(X'01A2019E504978D0AB327A070759C12C',18,0,'فارس','["GPE", "ORG"]');
CREATE TABLE op(  -- one edit = one transaction = one step of undo
  origin_no INTEGER NOT NULL REFERENCES origin(origin_no),
  op_no INTEGER NOT NULL,
  at INTEGER NOT NULL,  -- milliseconds since 1970
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),
  name TEXT NOT NULL,
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  undoes INTEGER,
  redoes INTEGER,
  PRIMARY KEY (origin_no, op_no)
) STRICT, WITHOUT ROWID;
INSERT INTO "op" VALUES(1,1,1795323482043,1,'import',0,NULL,NULL);
INSERT INTO "op" VALUES(1,2,1795323482066,1,'open',0,NULL,NULL);
INSERT INTO "op" VALUES(1,3,1795323482071,1,'add_span',1,NULL,NULL);
INSERT INTO "op" VALUES(1,4,1795323482083,1,'relabel',1,NULL,NULL);
INSERT INTO "op" VALUES(1,5,1795323482091,1,'set_note',1,NULL,NULL);
INSERT INTO "op" VALUES(1,6,1795323482103,1,'set_doubt',1,NULL,NULL);
INSERT INTO "op" VALUES(1,7,1795323482104,1,'add_span',1,NULL,NULL);
INSERT INTO "op" VALUES(1,8,1795323482111,1,'move_span',1,NULL,NULL);
INSERT INTO "op" VALUES(1,9,1795323482123,1,'set_attributes',1,NULL,NULL);
INSERT INTO "op" VALUES(1,10,1795323482127,1,'fill_role',1,NULL,NULL);
INSERT INTO "op" VALUES(1,11,1795323482139,1,'fill_role',1,NULL,NULL);
INSERT INTO "op" VALUES(1,12,1795323482142,1,'set_document_label',1,NULL,NULL);
INSERT INTO "op" VALUES(1,13,1795323482146,1,'open',0,NULL,NULL);
INSERT INTO "op" VALUES(1,14,1795323482150,1,'several',1,NULL,NULL);
INSERT INTO "op" VALUES(1,15,1795323482155,1,'reject',1,NULL,NULL);
INSERT INTO "op" VALUES(1,16,1795323482156,1,'set_document_info',1,NULL,NULL);
INSERT INTO "op" VALUES(1,17,1795323482162,1,'set_project_info',1,NULL,NULL);
INSERT INTO "op" VALUES(1,18,1795323482185,1,'mark_intended',1,NULL,NULL);
INSERT INTO "op" VALUES(1,19,1795323482191,1,'set_doubt',1,NULL,NULL);
INSERT INTO "op" VALUES(1,20,1795323482806,1,'assign',1,NULL,NULL);
INSERT INTO "op" VALUES(1,21,1795323483721,1,'merge',1,NULL,NULL);
INSERT INTO "op" VALUES(1,22,1795323483759,1,'decide',1,NULL,NULL);
INSERT INTO "op" VALUES(1,23,1795323483770,1,'set_state',1,NULL,NULL);
INSERT INTO "op" VALUES(1,24,1795323483775,1,'add_span',1,NULL,NULL);
INSERT INTO "op" VALUES(1,25,1795323483786,1,'remove',1,NULL,NULL);
INSERT INTO "op" VALUES(1,26,1795323483793,1,'remove',1,25,NULL);
INSERT INTO "op" VALUES(1,27,1795323483803,1,'add_span',1,24,NULL);
INSERT INTO "op" VALUES(1,28,1795323483807,1,'set_state',1,23,NULL);
INSERT INTO "op" VALUES(1,29,1795323483811,1,'set_state',1,NULL,23);
INSERT INTO "op" VALUES(1,30,1795323483815,1,'import',0,NULL,NULL);
INSERT INTO "op" VALUES(1,31,1795323483838,4,'open',0,NULL,NULL);
INSERT INTO "op" VALUES(1,32,1795323483843,4,'add_span',1,NULL,NULL);
INSERT INTO "op" VALUES(1,33,1795323483847,4,'remove',1,NULL,NULL);
INSERT INTO "op" VALUES(1,34,1795323483855,4,'set_state',1,NULL,NULL);
INSERT INTO "op" VALUES(2,1,1795323482785,2,'deal',0,NULL,NULL);
INSERT INTO "op" VALUES(2,2,1795323482847,2,'open',0,NULL,NULL);
INSERT INTO "op" VALUES(2,3,1795323482856,2,'add_span',1,NULL,NULL);
INSERT INTO "op" VALUES(2,4,1795323482863,2,'relabel',1,NULL,NULL);
INSERT INTO "op" VALUES(2,5,1795323482864,2,'set_state',1,NULL,NULL);
CREATE TABLE op_set(  -- which sets an op touched
  origin_no INTEGER NOT NULL,
  op_no INTEGER NOT NULL,
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no),
  PRIMARY KEY (origin_no, op_no, set_no),
  FOREIGN KEY (origin_no, op_no) REFERENCES op(origin_no, op_no)
) STRICT, WITHOUT ROWID;
INSERT INTO "op_set" VALUES(1,3,1);
INSERT INTO "op_set" VALUES(1,4,1);
INSERT INTO "op_set" VALUES(1,5,1);
INSERT INTO "op_set" VALUES(1,6,1);
INSERT INTO "op_set" VALUES(1,7,1);
INSERT INTO "op_set" VALUES(1,8,1);
INSERT INTO "op_set" VALUES(1,9,1);
INSERT INTO "op_set" VALUES(1,10,1);
INSERT INTO "op_set" VALUES(1,11,1);
INSERT INTO "op_set" VALUES(1,12,1);
INSERT INTO "op_set" VALUES(1,15,1);
INSERT INTO "op_set" VALUES(1,19,1);
INSERT INTO "op_set" VALUES(1,23,1);
INSERT INTO "op_set" VALUES(1,28,1);
INSERT INTO "op_set" VALUES(1,29,1);
INSERT INTO "op_set" VALUES(1,14,2);
INSERT INTO "op_set" VALUES(1,24,2);
INSERT INTO "op_set" VALUES(1,25,2);
INSERT INTO "op_set" VALUES(1,26,2);
INSERT INTO "op_set" VALUES(1,27,2);
INSERT INTO "op_set" VALUES(1,30,4);
INSERT INTO "op_set" VALUES(1,32,5);
INSERT INTO "op_set" VALUES(1,33,5);
INSERT INTO "op_set" VALUES(1,34,5);
CREATE TABLE origin(
  origin_no INTEGER PRIMARY KEY,  -- 1 is this file
  origin_id BLOB NOT NULL UNIQUE CHECK (length(origin_id) = 16)
) STRICT;
INSERT INTO "origin" VALUES(1,X'01A2019E4F49794C9CC02435015D46EA');
INSERT INTO "origin" VALUES(2,X'01A2019E52637CD1AF626E0A3B7F8059');
CREATE TABLE project(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  project_id BLOB NOT NULL CHECK (length(project_id) = 16),
  created_at INTEGER NOT NULL,
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),  -- at work in this file
  schema_no INTEGER NOT NULL REFERENCES schema(schema_no)
, guidelines TEXT NOT NULL DEFAULT '', settings TEXT NOT NULL DEFAULT '{}') STRICT;
INSERT INTO "project" VALUES(1,X'01A2019E4F497542A764490D5FBE48B8',1795323481929,1,1,'# راهنما','{"control_share": 0.2, "control_seed": "x"}');
CREATE TABLE project_log(one INTEGER NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "schema_no" INTEGER, "guidelines" TEXT, "settings" TEXT, PRIMARY KEY (one, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "project_log" VALUES(1,0,0,1,'','{}');
INSERT INTO "project_log" VALUES(1,17,0,1,'# راهنما','{"control_share": 0.2, "control_seed": "x"}');
CREATE TABLE received(  -- an annotation set that came from another file; all its versions are in the logs
  received_no INTEGER PRIMARY KEY,  -- its number in annotation_set while it is shown, and in the logs for ever
  set_id BLOB NOT NULL UNIQUE CHECK (length(set_id) = 16),
  origin_no INTEGER NOT NULL REFERENCES origin(origin_no) CHECK (origin_no > 1),
  document_no INTEGER NOT NULL REFERENCES document(document_no),
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),
  kind TEXT NOT NULL CHECK (kind IN ('annotation', 'gold')),
  schema_no INTEGER NOT NULL REFERENCES schema(schema_no),
  "foreign" TEXT NOT NULL,
  known INTEGER NOT NULL,  -- its newest step in the logs
  revision INTEGER NOT NULL CHECK (revision BETWEEN 0 AND known)  -- the step that is shown; 0: it is not shown
) STRICT;
INSERT INTO "received" VALUES(3,X'01A2019E52DF740495178B483A7A4185',2,1,2,'annotation',1,'{}',5,5);
CREATE TABLE received_log(received_no INTEGER NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "revision" INTEGER, PRIMARY KEY (received_no, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "received_log" VALUES(3,0,0,0);
INSERT INTO "received_log" VALUES(3,21,0,5);
CREATE TABLE rejection(  -- a suggestion that was not taken
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE RESTRICT,
  rejection_id BLOB NOT NULL CHECK (length(rejection_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  source TEXT NOT NULL,
  instead TEXT NOT NULL,
  PRIMARY KEY (set_no, rejection_id),
  CHECK (length(quote) = end - start)
) STRICT, WITHOUT ROWID;
INSERT INTO "rejection" VALUES(1,X'01A2019E502A7F3BACF826EB08C61622','entity','GPE',14,20,'🙂 با ا','gazetteer','ORG');
CREATE TABLE rejection_log(set_no INTEGER NOT NULL, rejection_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "layer" TEXT, "label" TEXT, "start" INTEGER, "end" INTEGER, "quote" TEXT, "source" TEXT, "instead" TEXT, PRIMARY KEY (set_no, rejection_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "rejection_log" VALUES(1,X'01A2019E502A7F3BACF826EB08C61622',15,0,'entity','GPE',14,20,'🙂 با ا','gazetteer','ORG');
CREATE TABLE relation(
  set_no INTEGER NOT NULL,
  relation_id BLOB NOT NULL CHECK (length(relation_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  source BLOB NOT NULL,
  target BLOB NOT NULL,
  note TEXT NOT NULL,
  source_id TEXT NOT NULL,
  "foreign" TEXT NOT NULL,
  PRIMARY KEY (set_no, relation_id),
  UNIQUE (set_no, source, target, layer, label),
  CHECK (source <> target),
  -- Both ends lie in the relation's own set, by construction.
  FOREIGN KEY (set_no, source) REFERENCES span(set_no, span_id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (set_no, target) REFERENCES span(set_no, span_id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO "relation" VALUES(1,X'01A2019E500F79A4929D11F586EE4861','role','source',X'01A2019E4FF874988BCB89C98CF9A0C3',X'01A2019E4FD674748D390B5837FCA36C','','','{}');
INSERT INTO "relation" VALUES(1,X'01A2019E501B7E69B575A68DC6841F97','role','amount',X'01A2019E4FF874988BCB89C98CF9A0C3',X'01A2019E501B7E69B575A68DC301497C','','','{}');
INSERT INTO "relation" VALUES(4,X'000000000002835FB03D8DC3C3666969','role','committer',X'000000000000835FB03D8DC3C3666969',X'000000000001835FB03D8DC3C3666969','روشن است','R1','{"by": "x"}');
CREATE TABLE relation_log(set_no INTEGER NOT NULL, relation_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "layer" TEXT, "label" TEXT, "source" BLOB, "target" BLOB, "note" TEXT, "source_id" TEXT, "foreign" TEXT, PRIMARY KEY (set_no, relation_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "relation_log" VALUES(1,X'01A2019E500F79A4929D11F586EE4861',10,0,'role','source',X'01A2019E4FF874988BCB89C98CF9A0C3',X'01A2019E4FD674748D390B5837FCA36C','','','{}');
INSERT INTO "relation_log" VALUES(1,X'01A2019E501B7E69B575A68DC6841F97',11,0,'role','amount',X'01A2019E4FF874988BCB89C98CF9A0C3',X'01A2019E501B7E69B575A68DC301497C','','','{}');
INSERT INTO "relation_log" VALUES(4,X'000000000002835FB03D8DC3C3666969',30,0,'role','committer',X'000000000000835FB03D8DC3C3666969',X'000000000001835FB03D8DC3C3666969','روشن است','R1','{"by": "x"}');
CREATE TABLE schema(
  schema_no INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  body TEXT NOT NULL
) STRICT;
INSERT INTO "schema" VALUES(1,'9f7ea29d98d8202b1881d8c5e74c31f9237b86abea9de87d98cdb80d6d7c25ca','# The default schema: news about regional diplomacy and trade.
#
# Labels are created by their key on a selection. `overlap` is a layer''s rule: "none" (spans may not overlap),
# "nest" (one inside the other, but not crossing) or "any". Names and rules come in Persian, Russian and English.
# An attribute with `labels` belongs to those labels only; one with `when` is asked only while another has that value.

format = "peyman-schema/1"
id = "commitnews"
version = "0.1"

names = { fa = "خبر همکاری‌های منطقه‌ای", ru = "Новости регионального сотрудничества", en = "Regional cooperation news" }


# --- Entities ---------------------------------------------------------------------------------------------

[layers.entity]
overlap = "nest"
names = { fa = "موجودیت", ru = "сущность", en = "Entity" }

[[layers.entity.labels]]
id = "PER"
key = "1"
color = "#b0436e"
names = { fa = "شخص", ru = "персона", en = "Person" }
rule = { fa = "نام شخص بدون لقب؛ «دکتر» و «آقای» بیرون می‌ماند.", ru = "Имя человека без титула и обращения.", en = "A personal name without titles such as Dr or Mr." }

[[layers.entity.labels]]
id = "ROLE"
key = "2"
color = "#7d56b3"
names = { fa = "سمت", ru = "должность", en = "Office" }
rule = { fa = "سمتی که نهاد یا قلمرو خود را نام می‌برد («استاندار اردبیل») یا یگانه است («وزیر کشور»)؛ «مسئولان» نه.", ru = "Должность с названием органа или территории либо единственная в своём роде.", en = "An office that names its body or territory, or a unique one; not “officials”." }

[[layers.entity.labels]]
id = "ORG"
key = "3"
color = "#2b6cb0"
names = { fa = "سازمان", ru = "организация", en = "Organisation" }
rule = { fa = "وزارتخانه، استانداری، رسانه، اتاق، شرکت و نهاد نام‌دار، حتی اگر هنوز تشکیل نشده باشد.", ru = "Министерства, администрации, СМИ, палаты, компании и другие названные органы.", en = "Ministries, governorates, media, chambers, companies and other named bodies, even if only planned." }

[[layers.entity.labels]]
id = "GPE"
key = "4"
color = "#18806a"
names = { fa = "واحد سیاسی", ru = "гео-полит. единица", en = "Political entity" }
rule = { fa = "کشور، استان، شهر؛ «استان» و «جمهوری» درون نام، «کشور» و «منطقه» بیرون.", ru = "Страны, области, города; «Республика» входит в название, «страна» и «регион» нет.", en = "Countries, provinces, cities; “Republic” belongs to the name, “country” and “region” do not." }

[[layers.entity.labels]]
id = "LOC"
key = "5"
color = "#64801f"
names = { fa = "مکان", ru = "место", en = "Place" }
rule = { fa = "ناحیه، رود، مرز و دیگر جاهایی که حکومت ندارند («قره‌باغ»).", ru = "Регионы, реки, границы и другие места без собственного управления.", en = "Regions, rivers, borders and other places without a government of their own." }

[[layers.entity.labels]]
id = "FAC"
key = "6"
color = "#86643f"
names = { fa = "تأسیسات و مسیر", ru = "объект или маршрут", en = "Facility or route" }
rule = { fa = "فرودگاه، بازار، گذرگاه یا مسیر نام‌دار؛ «پالایشگاه» بی‌نام موضوع تعهد است، نه تأسیسات.", ru = "Названные аэропорты, рынки, переходы и маршруты; безымянный завод — предмет обязательства.", en = "Named airports, markets, crossings and routes; a nameless refinery is a commitment''s object." }

[[layers.entity.labels]]
id = "EVENT"
key = "7"
color = "#b86e12"
names = { fa = "رویداد", ru = "событие", en = "Event" }
rule = { fa = "رویداد نام‌دار: همایش، نمایشگاه، جشن.", ru = "Названное событие: форум, выставка, праздник.", en = "A named event: a forum, a fair, a feast." }

[[layers.entity.labels]]
id = "DOC"
key = "8"
color = "#3f7585"
names = { fa = "سند", ru = "документ", en = "Document" }
rule = { fa = "قرارداد، تفاهم‌نامه یا قانون نام‌دار.", ru = "Названный договор, меморандум или закон.", en = "A named treaty, memorandum or law." }

[[layers.entity.labels]]
id = "DATE"
key = "9"
color = "#5160c4"
names = { fa = "تاریخ و زمان", ru = "дата и время", en = "Date or time" }
rule = { fa = "تاریخ، ساعت، مدت یا زمان نسبی، بی «در»، «تا» و «ظرف».", ru = "Дата, время, срок или относительное время, без предлогов.", en = "A date, time, duration or relative time, without prepositions." }

[[layers.entity.labels]]
id = "MONEY"
key = "0"
color = "#357f33"
names = { fa = "مبلغ", ru = "деньги", en = "Money" }
rule = { fa = "مبلغ با واحد پول؛ ریال و تومان از هم جدا می‌مانند.", ru = "Сумма с валютой.", en = "An amount with its currency; rial and toman stay apart." }

[[layers.entity.labels]]
id = "QUANT"
key = "-"
color = "#6c727b"
names = { fa = "مقدار", ru = "величина", en = "Quantity" }
rule = { fa = "درصد، چندبرابر یا اندازه با واحد؛ «۲ کشور» نه.", ru = "Процент, кратность или мера с единицей; «две страны» — нет.", en = "A percentage, a multiple or a measure with its unit; not “two countries”." }

[[layers.entity.attributes]]
id = "canon"
kind = "text"
names = { fa = "نام یکتا", ru = "каноническое имя", en = "Canonical name" }

[[layers.entity.attributes]]
id = "holder"
kind = "text"
labels = ["ROLE"]
names = { fa = "دارنده", ru = "кто занимает", en = "Holder" }

[[layers.entity.attributes]]
id = "sub"
kind = "choice"
labels = ["ORG", "FAC"]
choices_for = { ORG = ["gov", "intl", "company", "association", "media", "other"], FAC = ["site", "route"] }
names = { fa = "گونه", ru = "вид", en = "Kind" }
choices = [
  { id = "gov", fa = "دولتی", ru = "государственная", en = "government" },
  { id = "intl", fa = "بین‌المللی", ru = "международная", en = "international" },
  { id = "company", fa = "شرکت", ru = "компания", en = "company" },
  { id = "association", fa = "انجمن و اتاق", ru = "ассоциация", en = "association" },
  { id = "media", fa = "رسانه", ru = "СМИ", en = "media" },
  { id = "other", fa = "دیگر", ru = "другое", en = "other" },
  { id = "site", fa = "جا", ru = "объект", en = "site" },
  { id = "route", fa = "مسیر", ru = "маршрут", en = "route" },
]

[[layers.entity.attributes]]
id = "norm"
kind = "norm"
labels = ["DATE", "MONEY", "QUANT"]
names = { fa = "مقدار معیار", ru = "нормальная форма", en = "Normal form" }


# --- Commitments ------------------------------------------------------------------------------------------

[layers.commitment]
overlap = "any"
names = { fa = "تعهد", ru = "обязательство", en = "Commitment" }
groups = [
  { id = "commissive", fa = "پذیرش تعهد", ru = "комиссив", en = "commissive" },
  { id = "directive", fa = "خواست از دیگری", ru = "директив", en = "directive" },
  { id = "assertive", fa = "گزارش", ru = "ассертив", en = "assertive" },
]

[[layers.commitment.labels]]
id = "agreement"
key = "1"
color = "#a3630a"
group = "commissive"
names = { fa = "توافق", ru = "соглашение", en = "Agreement" }
rule = { fa = "دوسویه و قطعی: «توافق کردند»، «امضا شد».", ru = "Взаимное и заключённое.", en = "Mutual and concluded: “agreed”, “signed”." }

[[layers.commitment.labels]]
id = "pledge"
key = "2"
color = "#b4532a"
group = "commissive"
names = { fa = "قول", ru = "обещание", en = "Pledge" }
rule = { fa = "گوینده خود انجام کار را بر عهده می‌گیرد: «انجام می‌دهیم».", ru = "Говорящий берёт дело на себя.", en = "The speaker takes it on: “we will do it”." }

[[layers.commitment.labels]]
id = "plan"
key = "3"
color = "#94702b"
group = "commissive"
names = { fa = "برنامه", ru = "план", en = "Plan" }
rule = { fa = "تصمیم یا هدف بی‌شخص: «قرار شد»، «تشکیل می‌شود».", ru = "Безличное решение или цель.", en = "An impersonal decision or aim: “is to be formed”." }

[[layers.commitment.labels]]
id = "readiness"
key = "4"
color = "#8a7a1e"
group = "commissive"
names = { fa = "آمادگی", ru = "готовность", en = "Readiness" }
rule = { fa = "تنها آمادگی یا علاقه: «آماده‌ایم».", ru = "Только готовность или интерес.", en = "Willingness only: “ready to”, “interested in”." }

[[layers.commitment.labels]]
id = "proposal"
key = "5"
color = "#7a5aa8"
group = "directive"
names = { fa = "پیشنهاد", ru = "предложение", en = "Proposal" }
rule = { fa = "پیشنهاد یا پشتیبانی از یک کار: «پیشنهاد ما این است».", ru = "Предлагает или выступает за.", en = "Suggests or advocates." }

[[layers.commitment.labels]]
id = "request"
key = "6"
color = "#93519b"
group = "directive"
names = { fa = "درخواست", ru = "просьба", en = "Request" }
rule = { fa = "از کسی خواستن: «خواستار شد».", ru = "Просит адресата.", en = "Asks somebody to act." }

[[layers.commitment.labels]]
id = "demand"
key = "7"
color = "#a34777"
group = "directive"
names = { fa = "مطالبه", ru = "требование", en = "Demand" }
rule = { fa = "ضرورت: «باید»، «بر ضرورت … تأکید کرد».", ru = "Необходимость: «должен», «отмечена важность».", en = "Necessity: “must”, “stressed the need”." }

[[layers.commitment.labels]]
id = "agenda"
key = "8"
color = "#5b7480"
group = "assertive"
names = { fa = "دستور کار", ru = "повестка", en = "Agenda" }
rule = { fa = "کار مشخصی که تنها زیر گفت‌وگوست: «محورهای مذاکره».", ru = "Конкретное дело, которое лишь обсуждается.", en = "A concrete action that is only under discussion." }

[[layers.commitment.labels]]
id = "done"
key = "9"
color = "#4a7a52"
group = "assertive"
names = { fa = "انجام‌شده", ru = "выполнено", en = "Done" }
rule = { fa = "گزارش کاری که انجام شده یا در جریان است.", ru = "Отчёт о сделанном или идущем.", en = "A report of something completed or running." }

[[layers.commitment.attributes]]
id = "status"
kind = "choice"
required = true
names = { fa = "وضعیت", ru = "статус", en = "Status" }
choices = [
  { id = "proposed", fa = "مطرح‌شده", ru = "предложено", en = "proposed" },
  { id = "under_discussion", fa = "در دست مذاکره", ru = "обсуждается", en = "under discussion" },
  { id = "preliminary", fa = "مقدماتی", ru = "предварительно", en = "preliminary" },
  { id = "agreed", fa = "توافق‌شده", ru = "согласовано", en = "agreed" },
  { id = "signed", fa = "امضاشده", ru = "подписано", en = "signed" },
  { id = "in_progress", fa = "در حال انجام", ru = "выполняется", en = "in progress" },
  { id = "completed", fa = "انجام‌شده", ru = "завершено", en = "completed" },
  { id = "cancelled", fa = "لغوشده", ru = "отменено", en = "cancelled" },
  { id = "unclear", fa = "نامعلوم", ru = "неясно", en = "unclear" },
]

[[layers.commitment.attributes]]
id = "modality"
kind = "choice"
required = true
names = { fa = "قطعیت", ru = "модальность", en = "Modality" }
choices = [
  { id = "firm", fa = "قطعی", ru = "твёрдо", en = "firm" },
  { id = "intended", fa = "قصد", ru = "намерение", en = "intended" },
  { id = "hoped", fa = "امید", ru = "надежда", en = "hoped" },
  { id = "possible", fa = "ممکن", ru = "возможно", en = "possible" },
  { id = "necessary", fa = "ضروری", ru = "необходимо", en = "necessary" },
]

[[layers.commitment.attributes]]
id = "specificity"
kind = "choice"
required = true
ordinal = true
names = { fa = "مشخص بودن", ru = "конкретность", en = "Specificity" }
choices = [
  { id = "vague", fa = "کلی", ru = "общо", en = "vague" },
  { id = "partly", fa = "تا حدی", ru = "частично", en = "partly" },
  { id = "specific", fa = "مشخص", ru = "конкретно", en = "specific" },
]

[[layers.commitment.attributes]]
id = "sectors"
kind = "multi"
names = { fa = "حوزه‌ها", ru = "сферы", en = "Sectors" }
choices = [
  { id = "trade", fa = "تجارت", ru = "торговля", en = "trade" },
  { id = "investment", fa = "سرمایه‌گذاری", ru = "инвестиции", en = "investment" },
  { id = "finance", fa = "مالی و بانکی", ru = "финансы", en = "finance" },
  { id = "transport", fa = "حمل‌ونقل", ru = "транспорт", en = "transport" },
  { id = "customs_border", fa = "گمرک و مرز", ru = "таможня и граница", en = "customs and border" },
  { id = "energy", fa = "انرژی", ru = "энергетика", en = "energy" },
  { id = "industry", fa = "صنعت", ru = "промышленность", en = "industry" },
  { id = "agriculture", fa = "کشاورزی", ru = "сельское хозяйство", en = "agriculture" },
  { id = "reconstruction", fa = "بازسازی", ru = "восстановление", en = "reconstruction" },
  { id = "security", fa = "امنیت", ru = "безопасность", en = "security" },
  { id = "culture_education", fa = "فرهنگ و آموزش", ru = "культура и образование", en = "culture and education" },
  { id = "tourism", fa = "گردشگری", ru = "туризм", en = "tourism" },
  { id = "institution", fa = "نهادسازی", ru = "институты", en = "institution building" },
  { id = "governance", fa = "همکاری و حکمرانی", ru = "управление", en = "governance" },
  { id = "other", fa = "دیگر", ru = "другое", en = "other" },
]

[[layers.commitment.attributes]]
id = "polarity"
kind = "choice"
default = "positive"
names = { fa = "سویه", ru = "полярность", en = "Polarity" }
choices = [
  { id = "positive", fa = "انجام کاری", ru = "сделать", en = "to act" },
  { id = "negative", fa = "پرهیز از کاری", ru = "не делать", en = "not to act" },
]

[[layers.commitment.attributes]]
id = "conditionality"
kind = "choice"
default = "unconditional"
names = { fa = "شرط", ru = "условность", en = "Conditionality" }
choices = [
  { id = "unconditional", fa = "بی‌شرط", ru = "без условия", en = "unconditional" },
  { id = "conditional", fa = "مشروط", ru = "с условием", en = "conditional" },
]

[[layers.commitment.attributes]]
id = "evidence"
kind = "choice"
default = "none"
names = { fa = "پشتوانه", ru = "подтверждение", en = "Evidence" }
choices = [
  { id = "none", fa = "ندارد", ru = "нет", en = "none" },
  { id = "claim", fa = "ادعا", ru = "заявление", en = "claim" },
  { id = "figure", fa = "رقم", ru = "цифра", en = "figure" },
  { id = "document", fa = "سند", ru = "документ", en = "document" },
  { id = "third_party", fa = "طرف سوم", ru = "третья сторона", en = "third party" },
]

[[layers.commitment.attributes]]
id = "deadline_type"
kind = "choice"
default = "none"
names = { fa = "نوع مهلت", ru = "тип срока", en = "Deadline type" }
choices = [
  { id = "none", fa = "ندارد", ru = "нет", en = "none" },
  { id = "absolute", fa = "تاریخ معین", ru = "дата", en = "absolute" },
  { id = "relative", fa = "نسبی", ru = "относительный", en = "relative" },
  { id = "event", fa = "وابسته به رویداد", ru = "до события", en = "event" },
  { id = "vague", fa = "مبهم", ru = "неясный", en = "vague" },
]

[[layers.commitment.attributes]]
id = "voice"
kind = "choice"
names = { fa = "نقل", ru = "речь", en = "Voice" }
choices = [
  { id = "direct", fa = "نقل مستقیم", ru = "прямая", en = "direct" },
  { id = "indirect", fa = "نقل غیرمستقیم", ru = "косвенная", en = "indirect" },
  { id = "narrator", fa = "راوی", ru = "рассказчик", en = "narrator" },
]

[[layers.commitment.attributes]]
id = "fulfilment"
kind = "choice"
default = "not_assessed"
when = { status = ["in_progress", "completed", "cancelled"] }
names = { fa = "سرانجام", ru = "исполнение", en = "Fulfilment" }
choices = [
  { id = "not_assessed", fa = "سنجیده نشده", ru = "не оценено", en = "not assessed" },
  { id = "in_progress", fa = "در جریان", ru = "идёт", en = "in progress" },
  { id = "fulfilled", fa = "عملی‌شده", ru = "исполнено", en = "fulfilled" },
  { id = "partial", fa = "تا حدی عملی‌شده", ru = "частично", en = "partial" },
  { id = "broken", fa = "عملی‌نشده", ru = "не исполнено", en = "broken" },
]


# --- Arguments: role fillers that are no entities -----------------------------------------------------------

[layers.argument]
overlap = "any"
names = { fa = "بخش تعهد", ru = "аргумент", en = "Argument" }

[[layers.argument.labels]]
id = "ARG"
color = "#7d838c"
names = { fa = "بخش", ru = "аргумент", en = "Part" }
rule = { fa = "پرکنندهٔ نقشی که خود موجودیت نیست؛ با پر کردن نقش ساخته می‌شود.", ru = "Участник, который не является сущностью; создаётся при заполнении роли.", en = "What fills a role without being an entity; made by filling the role." }

# Asked only where the argument fills a deadline or an amount.
[[layers.argument.attributes]]
id = "norm"
kind = "norm"
names = { fa = "مقدار معیار", ru = "нормальная форма", en = "Normal form" }


# --- Roles: from a commitment to what fills it ----------------------------------------------------------------

[layers.role]
overlap = "any"
names = { fa = "نقش", ru = "роль", en = "Role" }

[[layers.role.labels]]
id = "source"
key = "S"
color = "#3f6ea3"
names = { fa = "گوینده", ru = "источник", en = "Source" }
rule = { fa = "کسی که سخن از اوست یا از او نقل شده.", ru = "Кто это сказал.", en = "Who says so." }

[[layers.role.labels]]
id = "committer"
key = "W"
color = "#a3630a"
names = { fa = "متعهد", ru = "кто обязуется", en = "Committer" }
rule = { fa = "کسی که باید انجام دهد؛ اگر گفته نشده، خالی می‌ماند.", ru = "Кто должен сделать; может быть не назван.", en = "Who is to do it; may be left unsaid." }

[[layers.role.labels]]
id = "counterparty"
key = "P"
color = "#8a5a2b"
names = { fa = "طرف مقابل", ru = "контрагент", en = "Counterparty" }
rule = { fa = "کسی که تعهد با او یا به او داده می‌شود.", ru = "С кем или кому.", en = "With whom, or to whom." }

[[layers.role.labels]]
id = "beneficiary"
key = "B"
color = "#3d7d5a"
names = { fa = "ذی‌نفع", ru = "бенефициар", en = "Beneficiary" }
rule = { fa = "کسی که سود می‌برد.", ru = "Кому это на пользу.", en = "Who gains by it." }

[[layers.role.labels]]
id = "mandator"
key = "M"
color = "#7a5aa8"
names = { fa = "دستوردهنده", ru = "кто поручил", en = "Mandator" }
rule = { fa = "کسی که مأموریت داده.", ru = "Кто дал поручение.", en = "Who gave the order." }

[[layers.role.labels]]
id = "action"
key = "A"
color = "#b0436e"
names = { fa = "کار", ru = "действие", en = "Action" }
rule = { fa = "کاری که باید بشود: «احداث»، «تشکیل».", ru = "Что должно быть сделано.", en = "What is to be done." }

[[layers.role.labels]]
id = "object"
key = "O"
color = "#5160c4"
names = { fa = "موضوع", ru = "предмет", en = "Object" }
rule = { fa = "آنچه کار بر آن انجام می‌شود.", ru = "Над чем.", en = "What it is done to." }

[[layers.role.labels]]
id = "amount"
key = "Q"
color = "#357f33"
names = { fa = "مقدار", ru = "объём", en = "Amount" }
rule = { fa = "مبلغ یا مقدار.", ru = "Сумма или количество.", en = "How much." }

[[layers.role.labels]]
id = "place"
key = "L"
color = "#64801f"
names = { fa = "جا", ru = "место", en = "Place" }
rule = { fa = "جایی که انجام می‌شود.", ru = "Где.", en = "Where." }

[[layers.role.labels]]
id = "deadline"
key = "T"
color = "#5a6a8f"
names = { fa = "مهلت", ru = "срок", en = "Deadline" }
rule = { fa = "تا چه زمانی.", ru = "К какому сроку.", en = "By when." }

[[layers.role.labels]]
id = "condition"
key = "I"
color = "#6c727b"
names = { fa = "شرط", ru = "условие", en = "Condition" }
rule = { fa = "به چه شرطی.", ru = "При каком условии.", en = "On what condition." }

[[layers.role.labels]]
id = "instrument"
key = "U"
color = "#3f7585"
names = { fa = "ابزار", ru = "инструмент", en = "Instrument" }
rule = { fa = "با چه وسیله یا سندی.", ru = "С помощью чего.", en = "By what means." }


# --- The whole document ----------------------------------------------------------------------------------------

[layers.document]
names = { fa = "مقاله", ru = "документ", en = "Document" }

[[layers.document.attributes]]
id = "event_type"
kind = "choice"
names = { fa = "نوع رویداد", ru = "тип события", en = "Event type" }
choices = [
  { id = "summit", fa = "نشست سران", ru = "саммит", en = "summit" },
  { id = "visit", fa = "سفر", ru = "визит", en = "visit" },
  { id = "meeting", fa = "دیدار", ru = "встреча", en = "meeting" },
  { id = "domestic_meeting", fa = "نشست داخلی", ru = "внутреннее совещание", en = "domestic meeting" },
  { id = "phone_call", fa = "گفت‌وگوی تلفنی", ru = "телефонный разговор", en = "phone call" },
  { id = "statement", fa = "بیانیه", ru = "заявление", en = "statement" },
  { id = "signing", fa = "امضا", ru = "подписание", en = "signing" },
  { id = "conference", fa = "همایش", ru = "конференция", en = "conference" },
  { id = "other", fa = "دیگر", ru = "другое", en = "other" },
]

[[layers.document.attributes]]
id = "level"
kind = "choice"
names = { fa = "سطح", ru = "уровень", en = "Level" }
choices = [
  { id = "head_of_state", fa = "رئیس کشور", ru = "глава государства", en = "head of state" },
  { id = "head_of_government", fa = "رئیس دولت", ru = "глава правительства", en = "head of government" },
  { id = "deputy_head_of_government", fa = "معاون رئیس دولت", ru = "зам. главы правительства", en = "deputy head of government" },
  { id = "minister", fa = "وزیر", ru = "министр", en = "minister" },
  { id = "deputy_minister", fa = "معاون وزیر", ru = "зам. министра", en = "deputy minister" },
  { id = "governor", fa = "استاندار", ru = "губернатор", en = "governor" },
  { id = "ambassador", fa = "سفیر", ru = "посол", en = "ambassador" },
  { id = "agency_company", fa = "سازمان یا شرکت", ru = "ведомство или компания", en = "agency or company" },
  { id = "working_level", fa = "کارشناسی", ru = "рабочий", en = "working level" },
  { id = "none", fa = "هیچ‌کدام", ru = "нет", en = "none" },
]

[[layers.document.attributes]]
id = "mode"
kind = "choice"
names = { fa = "شیوه", ru = "формат", en = "Mode" }
choices = [
  { id = "in_person", fa = "حضوری", ru = "очно", en = "in person" },
  { id = "video", fa = "ویدئویی", ru = "видео", en = "video" },
  { id = "phone", fa = "تلفنی", ru = "телефон", en = "phone" },
  { id = "written", fa = "کتبی", ru = "письменно", en = "written" },
  { id = "unknown", fa = "نامعلوم", ru = "неизвестно", en = "unknown" },
]

[[layers.document.attributes]]
id = "outlet"
kind = "text"
names = { fa = "رسانه", ru = "издание", en = "Outlet" }

[[layers.document.attributes]]
id = "via"
kind = "list"
names = { fa = "به نقل از", ru = "со ссылкой на", en = "Via" }

[[layers.document.attributes]]
id = "pub_date"
kind = "norm"
names = { fa = "تاریخ انتشار", ru = "дата публикации", en = "Publication date" }

[[layers.document.attributes]]
id = "dateline"
kind = "text"
names = { fa = "محل خبر", ru = "место выпуска", en = "Dateline" }

[[layers.document.attributes]]
id = "parties"
kind = "list"
names = { fa = "طرف‌ها", ru = "стороны", en = "Parties" }

[[layers.document.attributes]]
id = "about"
kind = "list"
names = { fa = "دربارهٔ", ru = "о ком", en = "About" }

[[layers.document.attributes]]
id = "venue"
kind = "text"
names = { fa = "محل برگزاری", ru = "место проведения", en = "Venue" }
');
CREATE TABLE span(
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE RESTRICT,
  span_id BLOB NOT NULL CHECK (length(span_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  fragments TEXT NOT NULL,
  attributes TEXT NOT NULL,
  note TEXT NOT NULL,
  doubt TEXT NOT NULL,
  origin TEXT NOT NULL,
  source_id TEXT NOT NULL,
  "foreign" TEXT NOT NULL,
  PRIMARY KEY (set_no, span_id),
  CHECK (end > start),
  CHECK (length(quote) = end - start)
) STRICT, WITHOUT ROWID;
INSERT INTO "span" VALUES(1,X'01A2019E4FD674748D390B5837FCA36C','entity','PER',0,13,'علی‌رضا احمدی','[]','{"canon": "احمدی"}','نام کامل','شاید ROLE','','','{}');
INSERT INTO "span" VALUES(1,X'01A2019E4FF874988BCB89C98CF9A0C3','commitment','plan',47,88,'وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد','[]','{"sectors": ["trade"]}','','','','','{}');
INSERT INTO "span" VALUES(1,X'01A2019E501B7E69B575A68DC301497C','argument','ARG',50,57,'20 درصد','[]','{}','','','','','{}');
INSERT INTO "span" VALUES(2,X'01A2019E50267DB78463CEB78726BCB2','entity','ROLE',0,10,'Губернатор','[[0, 4], [6, 10]]','{}','','','','','{}');
INSERT INTO "span" VALUES(2,X'01A2019E50267DB78463CEB7EEBEFBDD','entity','DATE',36,45,'2030 года','[]','{}','','','gazetteer','','{}');
INSERT INTO "span" VALUES(3,X'01A2019E52E773E99A560519FD9C4391','entity','PER',35,40,'دیدار','[]','{}','','','','','{}');
INSERT INTO "span" VALUES(4,X'000000000000835FB03D8DC3C3666969','commitment','pledge',47,89,'وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد.','[]','{}','','','','C1','{"score": 0.5}');
INSERT INTO "span" VALUES(4,X'000000000001835FB03D8DC3C3666969','entity','PER',0,13,'علی‌رضا احمدی','[]','{}','','','','E1','{}');
CREATE TABLE span_log(set_no INTEGER NOT NULL, span_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "layer" TEXT, "label" TEXT, "start" INTEGER, "end" INTEGER, "quote" TEXT, "fragments" TEXT, "attributes" TEXT, "note" TEXT, "doubt" TEXT, "origin" TEXT, "source_id" TEXT, "foreign" TEXT, PRIMARY KEY (set_no, span_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "span_log" VALUES(1,X'01A2019E4FD674748D390B5837FCA36C',3,0,'entity','ORG',0,13,'علی‌رضا احمدی','[]','{"canon": "احمدی", "sub": "gov"}','','','','','{}');
INSERT INTO "span_log" VALUES(1,X'01A2019E4FD674748D390B5837FCA36C',4,0,'entity','PER',0,13,'علی‌رضا احمدی','[]','{"canon": "احمدی"}','','','','','{}');
INSERT INTO "span_log" VALUES(1,X'01A2019E4FD674748D390B5837FCA36C',5,0,'entity','PER',0,13,'علی‌رضا احمدی','[]','{"canon": "احمدی"}','نام کامل','','','','{}');
INSERT INTO "span_log" VALUES(1,X'01A2019E4FD674748D390B5837FCA36C',6,0,'entity','PER',0,13,'علی‌رضا احمدی','[]','{"canon": "احمدی"}','نام کامل','شاید ROLE','','','{}');
INSERT INTO "span_log" VALUES(1,X'01A2019E4FF874988BCB89C98CF9A0C3',7,0,'commitment','plan',47,89,'وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد.','[]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(1,X'01A2019E4FF874988BCB89C98CF9A0C3',8,0,'commitment','plan',47,88,'وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد','[]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(1,X'01A2019E4FF874988BCB89C98CF9A0C3',9,0,'commitment','plan',47,88,'وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد','[]','{"sectors": ["trade"]}','','','','','{}');
INSERT INTO "span_log" VALUES(1,X'01A2019E501B7E69B575A68DC301497C',11,0,'argument','ARG',50,57,'20 درصد','[]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(2,X'01A2019E50267DB78463CEB78726BCB2',14,0,'entity','ROLE',0,10,'Губернатор','[[0, 4], [6, 10]]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(2,X'01A2019E50267DB78463CEB78726BCB2',25,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "span_log" VALUES(2,X'01A2019E50267DB78463CEB78726BCB2',26,0,'entity','ROLE',0,10,'Губернатор','[[0, 4], [6, 10]]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(2,X'01A2019E50267DB78463CEB7EEBEFBDD',14,0,'entity','DATE',36,45,'2030 года','[]','{}','','','gazetteer','','{}');
INSERT INTO "span_log" VALUES(2,X'01A2019E567F71058E592CDEC7F166C1',24,0,'entity','DOC',65,75,'меморандум','[]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(2,X'01A2019E567F71058E592CDEC7F166C1',27,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "span_log" VALUES(3,X'01A2019E52E773E99A560519FD9C4391',3,0,'entity','GPE',35,40,'دیدار','[]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(3,X'01A2019E52E773E99A560519FD9C4391',4,0,'entity','PER',35,40,'دیدار','[]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(4,X'000000000000835FB03D8DC3C3666969',30,0,'commitment','pledge',47,89,'وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد.','[]','{}','','','','C1','{"score": 0.5}');
INSERT INTO "span_log" VALUES(4,X'000000000001835FB03D8DC3C3666969',30,0,'entity','PER',0,13,'علی‌رضا احمدی','[]','{}','','','','E1','{}');
INSERT INTO "span_log" VALUES(5,X'01A2019E56C37D6E9C0B56443DD5871E',32,0,'entity','ROLE',0,10,'Губернатор','[]','{}','','','','','{}');
INSERT INTO "span_log" VALUES(5,X'01A2019E56C37D6E9C0B56443DD5871E',33,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE submission(  -- a file that was merged into this one
  submission_id BLOB PRIMARY KEY CHECK (length(submission_id) = 16),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  origin_id BLOB NOT NULL CHECK (length(origin_id) = 16),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "submission" VALUES(X'00000000000085CCAC68CE4BC718AD7D','مینا.submission','039fcc47d768c393a0122c55ab5b82949de888a0b20e8e58535ba137a2996aba',X'01A2019E52637CD1AF626E0A3B7F8059',1795323483717);
CREATE TABLE submission_log(submission_id BLOB NOT NULL, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  "file" TEXT, "sha256" TEXT, "origin_id" BLOB, "at" INTEGER, PRIMARY KEY (submission_id, op_no)) STRICT, WITHOUT ROWID;
INSERT INTO "submission_log" VALUES(X'00000000000085CCAC68CE4BC718AD7D',21,0,'مینا.submission','039fcc47d768c393a0122c55ab5b82949de888a0b20e8e58535ba137a2996aba',X'01A2019E52637CD1AF626E0A3B7F8059',1795323483717);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX annotation_set_list ON annotation_set(annotator_no, state, updated_at DESC);
CREATE INDEX span_label ON span(layer, label, set_no);
CREATE INDEX relation_target ON relation(set_no, target);
CREATE INDEX op_of_set ON op_set(set_no, op_no);
CREATE INDEX document_log_op ON document_log(op_no);
CREATE TRIGGER document_ai AFTER INSERT ON document BEGIN INSERT INTO document_log(document_no, op_no, gone, "name", "title", "language", "direction", "meta", "foreign") VALUES (NEW.document_no, (SELECT op_no FROM current_op), 0, NEW."name", NEW."title", NEW."language", NEW."direction", NEW."meta", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "name" = excluded."name", "title" = excluded."title", "language" = excluded."language", "direction" = excluded."direction", "meta" = excluded."meta", "foreign" = excluded."foreign"; END;
CREATE TRIGGER document_au AFTER UPDATE ON document WHEN NEW."name" IS NOT OLD."name" OR NEW."title" IS NOT OLD."title" OR NEW."language" IS NOT OLD."language" OR NEW."direction" IS NOT OLD."direction" OR NEW."meta" IS NOT OLD."meta" OR NEW."foreign" IS NOT OLD."foreign" BEGIN INSERT INTO document_log(document_no, op_no, gone, "name", "title", "language", "direction", "meta", "foreign") VALUES (NEW.document_no, (SELECT op_no FROM current_op), 0, NEW."name", NEW."title", NEW."language", NEW."direction", NEW."meta", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "name" = excluded."name", "title" = excluded."title", "language" = excluded."language", "direction" = excluded."direction", "meta" = excluded."meta", "foreign" = excluded."foreign"; END;
CREATE TRIGGER document_ad AFTER DELETE ON document BEGIN INSERT INTO document_log(document_no, op_no, gone, "name", "title", "language", "direction", "meta", "foreign") VALUES (OLD.document_no, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "name" = excluded."name", "title" = excluded."title", "language" = excluded."language", "direction" = excluded."direction", "meta" = excluded."meta", "foreign" = excluded."foreign"; END;
CREATE TRIGGER document_key BEFORE UPDATE ON document WHEN NEW.document_no IS NOT OLD.document_no
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER document_log_delete BEFORE DELETE ON document_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER document_log_update BEFORE UPDATE ON document_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX span_log_op ON span_log(op_no);
CREATE TRIGGER span_key BEFORE UPDATE ON span WHEN NEW.set_no IS NOT OLD.set_no OR NEW.span_id IS NOT OLD.span_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER span_log_delete BEFORE DELETE ON span_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER span_log_update BEFORE UPDATE ON span_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX relation_log_op ON relation_log(op_no);
CREATE TRIGGER relation_key BEFORE UPDATE ON relation WHEN NEW.set_no IS NOT OLD.set_no OR NEW.relation_id IS NOT OLD.relation_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER relation_log_delete BEFORE DELETE ON relation_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER relation_log_update BEFORE UPDATE ON relation_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX document_label_log_op ON document_label_log(op_no);
CREATE TRIGGER document_label_key BEFORE UPDATE ON document_label WHEN NEW.set_no IS NOT OLD.set_no OR NEW.document_label_id IS NOT OLD.document_label_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER document_label_log_delete BEFORE DELETE ON document_label_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER document_label_log_update BEFORE UPDATE ON document_label_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX annotation_set_log_op ON annotation_set_log(op_no);
CREATE TRIGGER annotation_set_key BEFORE UPDATE ON annotation_set WHEN NEW.set_no IS NOT OLD.set_no
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER annotation_set_log_delete BEFORE DELETE ON annotation_set_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER annotation_set_log_update BEFORE UPDATE ON annotation_set_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER document_text_no_update BEFORE UPDATE ON document_text BEGIN SELECT RAISE(ABORT, 'document_text never changes'); END;
CREATE TRIGGER document_text_no_delete BEFORE DELETE ON document_text BEGIN SELECT RAISE(ABORT, 'document_text never changes'); END;
CREATE TRIGGER op_no_update BEFORE UPDATE ON op BEGIN SELECT RAISE(ABORT, 'op never changes'); END;
CREATE TRIGGER op_no_delete BEFORE DELETE ON op BEGIN SELECT RAISE(ABORT, 'op never changes'); END;
CREATE TRIGGER op_set_no_update BEFORE UPDATE ON op_set BEGIN SELECT RAISE(ABORT, 'op_set never changes'); END;
CREATE TRIGGER op_set_no_delete BEFORE DELETE ON op_set BEGIN SELECT RAISE(ABORT, 'op_set never changes'); END;
CREATE INDEX rejection_log_op ON rejection_log(op_no);
CREATE TRIGGER rejection_key BEFORE UPDATE ON rejection WHEN NEW.set_no IS NOT OLD.set_no OR NEW.rejection_id IS NOT OLD.rejection_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER rejection_log_delete BEFORE DELETE ON rejection_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER rejection_log_update BEFORE UPDATE ON rejection_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX intended_log_op ON intended_log(op_no);
CREATE TRIGGER intended_ai AFTER INSERT ON intended BEGIN INSERT INTO intended_log(intended_id, op_no, gone, "key", "variants") VALUES (NEW.intended_id, (SELECT op_no FROM current_op), 0, NEW."key", NEW."variants") ON CONFLICT DO UPDATE SET gone = excluded.gone, "key" = excluded."key", "variants" = excluded."variants"; END;
CREATE TRIGGER intended_au AFTER UPDATE ON intended WHEN NEW."key" IS NOT OLD."key" OR NEW."variants" IS NOT OLD."variants" BEGIN INSERT INTO intended_log(intended_id, op_no, gone, "key", "variants") VALUES (NEW.intended_id, (SELECT op_no FROM current_op), 0, NEW."key", NEW."variants") ON CONFLICT DO UPDATE SET gone = excluded.gone, "key" = excluded."key", "variants" = excluded."variants"; END;
CREATE TRIGGER intended_ad AFTER DELETE ON intended BEGIN INSERT INTO intended_log(intended_id, op_no, gone, "key", "variants") VALUES (OLD.intended_id, (SELECT op_no FROM current_op), 1, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "key" = excluded."key", "variants" = excluded."variants"; END;
CREATE TRIGGER intended_key BEFORE UPDATE ON intended WHEN NEW.intended_id IS NOT OLD.intended_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER intended_log_delete BEFORE DELETE ON intended_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER intended_log_update BEFORE UPDATE ON intended_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX project_log_op ON project_log(op_no);
CREATE TRIGGER project_ai AFTER INSERT ON project BEGIN INSERT INTO project_log(one, op_no, gone, "schema_no", "guidelines", "settings") VALUES (NEW.one, (SELECT op_no FROM current_op), 0, NEW."schema_no", NEW."guidelines", NEW."settings") ON CONFLICT DO UPDATE SET gone = excluded.gone, "schema_no" = excluded."schema_no", "guidelines" = excluded."guidelines", "settings" = excluded."settings"; END;
CREATE TRIGGER project_au AFTER UPDATE ON project WHEN NEW."schema_no" IS NOT OLD."schema_no" OR NEW."guidelines" IS NOT OLD."guidelines" OR NEW."settings" IS NOT OLD."settings" BEGIN INSERT INTO project_log(one, op_no, gone, "schema_no", "guidelines", "settings") VALUES (NEW.one, (SELECT op_no FROM current_op), 0, NEW."schema_no", NEW."guidelines", NEW."settings") ON CONFLICT DO UPDATE SET gone = excluded.gone, "schema_no" = excluded."schema_no", "guidelines" = excluded."guidelines", "settings" = excluded."settings"; END;
CREATE TRIGGER project_ad AFTER DELETE ON project BEGIN INSERT INTO project_log(one, op_no, gone, "schema_no", "guidelines", "settings") VALUES (OLD.one, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "schema_no" = excluded."schema_no", "guidelines" = excluded."guidelines", "settings" = excluded."settings"; END;
CREATE TRIGGER project_key BEFORE UPDATE ON project WHEN NEW.one IS NOT OLD.one
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER project_log_delete BEFORE DELETE ON project_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER project_log_update BEFORE UPDATE ON project_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX decision_document ON decision(document_id);
CREATE INDEX received_log_op ON received_log(op_no);
CREATE TRIGGER received_ai AFTER INSERT ON received BEGIN INSERT INTO received_log(received_no, op_no, gone, "revision") VALUES (NEW.received_no, (SELECT op_no FROM current_op), 0, NEW."revision") ON CONFLICT DO UPDATE SET gone = excluded.gone, "revision" = excluded."revision"; END;
CREATE TRIGGER received_au AFTER UPDATE ON received WHEN NEW."revision" IS NOT OLD."revision" BEGIN INSERT INTO received_log(received_no, op_no, gone, "revision") VALUES (NEW.received_no, (SELECT op_no FROM current_op), 0, NEW."revision") ON CONFLICT DO UPDATE SET gone = excluded.gone, "revision" = excluded."revision"; END;
CREATE TRIGGER received_ad AFTER DELETE ON received BEGIN INSERT INTO received_log(received_no, op_no, gone, "revision") VALUES (OLD.received_no, (SELECT op_no FROM current_op), 1, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "revision" = excluded."revision"; END;
CREATE TRIGGER received_key BEFORE UPDATE ON received WHEN NEW.received_no IS NOT OLD.received_no
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER received_log_delete BEFORE DELETE ON received_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER received_log_update BEFORE UPDATE ON received_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX submission_log_op ON submission_log(op_no);
CREATE TRIGGER submission_ai AFTER INSERT ON submission BEGIN INSERT INTO submission_log(submission_id, op_no, gone, "file", "sha256", "origin_id", "at") VALUES (NEW.submission_id, (SELECT op_no FROM current_op), 0, NEW."file", NEW."sha256", NEW."origin_id", NEW."at") ON CONFLICT DO UPDATE SET gone = excluded.gone, "file" = excluded."file", "sha256" = excluded."sha256", "origin_id" = excluded."origin_id", "at" = excluded."at"; END;
CREATE TRIGGER submission_au AFTER UPDATE ON submission WHEN NEW."file" IS NOT OLD."file" OR NEW."sha256" IS NOT OLD."sha256" OR NEW."origin_id" IS NOT OLD."origin_id" OR NEW."at" IS NOT OLD."at" BEGIN INSERT INTO submission_log(submission_id, op_no, gone, "file", "sha256", "origin_id", "at") VALUES (NEW.submission_id, (SELECT op_no FROM current_op), 0, NEW."file", NEW."sha256", NEW."origin_id", NEW."at") ON CONFLICT DO UPDATE SET gone = excluded.gone, "file" = excluded."file", "sha256" = excluded."sha256", "origin_id" = excluded."origin_id", "at" = excluded."at"; END;
CREATE TRIGGER submission_ad AFTER DELETE ON submission BEGIN INSERT INTO submission_log(submission_id, op_no, gone, "file", "sha256", "origin_id", "at") VALUES (OLD.submission_id, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "file" = excluded."file", "sha256" = excluded."sha256", "origin_id" = excluded."origin_id", "at" = excluded."at"; END;
CREATE TRIGGER submission_key BEFORE UPDATE ON submission WHEN NEW.submission_id IS NOT OLD.submission_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER submission_log_delete BEFORE DELETE ON submission_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER submission_log_update BEFORE UPDATE ON submission_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX assignment_log_op ON assignment_log(op_no);
CREATE TRIGGER assignment_ai AFTER INSERT ON assignment BEGIN INSERT INTO assignment_log(assignment_id, op_no, gone, "document_id", "annotator_id", "pack_id", "at") VALUES (NEW.assignment_id, (SELECT op_no FROM current_op), 0, NEW."document_id", NEW."annotator_id", NEW."pack_id", NEW."at") ON CONFLICT DO UPDATE SET gone = excluded.gone, "document_id" = excluded."document_id", "annotator_id" = excluded."annotator_id", "pack_id" = excluded."pack_id", "at" = excluded."at"; END;
CREATE TRIGGER assignment_au AFTER UPDATE ON assignment WHEN NEW."document_id" IS NOT OLD."document_id" OR NEW."annotator_id" IS NOT OLD."annotator_id" OR NEW."pack_id" IS NOT OLD."pack_id" OR NEW."at" IS NOT OLD."at" BEGIN INSERT INTO assignment_log(assignment_id, op_no, gone, "document_id", "annotator_id", "pack_id", "at") VALUES (NEW.assignment_id, (SELECT op_no FROM current_op), 0, NEW."document_id", NEW."annotator_id", NEW."pack_id", NEW."at") ON CONFLICT DO UPDATE SET gone = excluded.gone, "document_id" = excluded."document_id", "annotator_id" = excluded."annotator_id", "pack_id" = excluded."pack_id", "at" = excluded."at"; END;
CREATE TRIGGER assignment_ad AFTER DELETE ON assignment BEGIN INSERT INTO assignment_log(assignment_id, op_no, gone, "document_id", "annotator_id", "pack_id", "at") VALUES (OLD.assignment_id, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "document_id" = excluded."document_id", "annotator_id" = excluded."annotator_id", "pack_id" = excluded."pack_id", "at" = excluded."at"; END;
CREATE TRIGGER assignment_key BEFORE UPDATE ON assignment WHEN NEW.assignment_id IS NOT OLD.assignment_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER assignment_log_delete BEFORE DELETE ON assignment_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER assignment_log_update BEFORE UPDATE ON assignment_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX decision_log_op ON decision_log(op_no);
CREATE TRIGGER decision_ai AFTER INSERT ON decision BEGIN INSERT INTO decision_log(decision_id, op_no, gone, "document_id", "cluster", "parent", "subject", "layer", "name", "inputs", "state", "outcome", "answer", "method", "curator", "at", "reason", "comment", "replaces") VALUES (NEW.decision_id, (SELECT op_no FROM current_op), 0, NEW."document_id", NEW."cluster", NEW."parent", NEW."subject", NEW."layer", NEW."name", NEW."inputs", NEW."state", NEW."outcome", NEW."answer", NEW."method", NEW."curator", NEW."at", NEW."reason", NEW."comment", NEW."replaces") ON CONFLICT DO UPDATE SET gone = excluded.gone, "document_id" = excluded."document_id", "cluster" = excluded."cluster", "parent" = excluded."parent", "subject" = excluded."subject", "layer" = excluded."layer", "name" = excluded."name", "inputs" = excluded."inputs", "state" = excluded."state", "outcome" = excluded."outcome", "answer" = excluded."answer", "method" = excluded."method", "curator" = excluded."curator", "at" = excluded."at", "reason" = excluded."reason", "comment" = excluded."comment", "replaces" = excluded."replaces"; END;
CREATE TRIGGER decision_au AFTER UPDATE ON decision WHEN NEW."document_id" IS NOT OLD."document_id" OR NEW."cluster" IS NOT OLD."cluster" OR NEW."parent" IS NOT OLD."parent" OR NEW."subject" IS NOT OLD."subject" OR NEW."layer" IS NOT OLD."layer" OR NEW."name" IS NOT OLD."name" OR NEW."inputs" IS NOT OLD."inputs" OR NEW."state" IS NOT OLD."state" OR NEW."outcome" IS NOT OLD."outcome" OR NEW."answer" IS NOT OLD."answer" OR NEW."method" IS NOT OLD."method" OR NEW."curator" IS NOT OLD."curator" OR NEW."at" IS NOT OLD."at" OR NEW."reason" IS NOT OLD."reason" OR NEW."comment" IS NOT OLD."comment" OR NEW."replaces" IS NOT OLD."replaces" BEGIN INSERT INTO decision_log(decision_id, op_no, gone, "document_id", "cluster", "parent", "subject", "layer", "name", "inputs", "state", "outcome", "answer", "method", "curator", "at", "reason", "comment", "replaces") VALUES (NEW.decision_id, (SELECT op_no FROM current_op), 0, NEW."document_id", NEW."cluster", NEW."parent", NEW."subject", NEW."layer", NEW."name", NEW."inputs", NEW."state", NEW."outcome", NEW."answer", NEW."method", NEW."curator", NEW."at", NEW."reason", NEW."comment", NEW."replaces") ON CONFLICT DO UPDATE SET gone = excluded.gone, "document_id" = excluded."document_id", "cluster" = excluded."cluster", "parent" = excluded."parent", "subject" = excluded."subject", "layer" = excluded."layer", "name" = excluded."name", "inputs" = excluded."inputs", "state" = excluded."state", "outcome" = excluded."outcome", "answer" = excluded."answer", "method" = excluded."method", "curator" = excluded."curator", "at" = excluded."at", "reason" = excluded."reason", "comment" = excluded."comment", "replaces" = excluded."replaces"; END;
CREATE TRIGGER decision_ad AFTER DELETE ON decision BEGIN INSERT INTO decision_log(decision_id, op_no, gone, "document_id", "cluster", "parent", "subject", "layer", "name", "inputs", "state", "outcome", "answer", "method", "curator", "at", "reason", "comment", "replaces") VALUES (OLD.decision_id, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "document_id" = excluded."document_id", "cluster" = excluded."cluster", "parent" = excluded."parent", "subject" = excluded."subject", "layer" = excluded."layer", "name" = excluded."name", "inputs" = excluded."inputs", "state" = excluded."state", "outcome" = excluded."outcome", "answer" = excluded."answer", "method" = excluded."method", "curator" = excluded."curator", "at" = excluded."at", "reason" = excluded."reason", "comment" = excluded."comment", "replaces" = excluded."replaces"; END;
CREATE TRIGGER decision_key BEFORE UPDATE ON decision WHEN NEW.decision_id IS NOT OLD.decision_id
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER decision_log_delete BEFORE DELETE ON decision_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER decision_log_update BEFORE UPDATE ON decision_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER annotation_set_ai AFTER INSERT ON annotation_set WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO annotation_set_log(set_no, op_no, gone, "state", "note", "doubt") VALUES (NEW.set_no, (SELECT op_no FROM current_op), 0, NEW."state", NEW."note", NEW."doubt") ON CONFLICT DO UPDATE SET gone = excluded.gone, "state" = excluded."state", "note" = excluded."note", "doubt" = excluded."doubt"; END;
CREATE TRIGGER annotation_set_au AFTER UPDATE ON annotation_set WHEN (SELECT showing FROM current_op) = 0 AND (NEW."state" IS NOT OLD."state" OR NEW."note" IS NOT OLD."note" OR NEW."doubt" IS NOT OLD."doubt") BEGIN INSERT INTO annotation_set_log(set_no, op_no, gone, "state", "note", "doubt") VALUES (NEW.set_no, (SELECT op_no FROM current_op), 0, NEW."state", NEW."note", NEW."doubt") ON CONFLICT DO UPDATE SET gone = excluded.gone, "state" = excluded."state", "note" = excluded."note", "doubt" = excluded."doubt"; END;
CREATE TRIGGER annotation_set_ad AFTER DELETE ON annotation_set WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO annotation_set_log(set_no, op_no, gone, "state", "note", "doubt") VALUES (OLD.set_no, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "state" = excluded."state", "note" = excluded."note", "doubt" = excluded."doubt"; END;
CREATE TRIGGER span_ai AFTER INSERT ON span WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO span_log(set_no, span_id, op_no, gone, "layer", "label", "start", "end", "quote", "fragments", "attributes", "note", "doubt", "origin", "source_id", "foreign") VALUES (NEW.set_no, NEW.span_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."start", NEW."end", NEW."quote", NEW."fragments", NEW."attributes", NEW."note", NEW."doubt", NEW."origin", NEW."source_id", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "start" = excluded."start", "end" = excluded."end", "quote" = excluded."quote", "fragments" = excluded."fragments", "attributes" = excluded."attributes", "note" = excluded."note", "doubt" = excluded."doubt", "origin" = excluded."origin", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER span_au AFTER UPDATE ON span WHEN (SELECT showing FROM current_op) = 0 AND (NEW."layer" IS NOT OLD."layer" OR NEW."label" IS NOT OLD."label" OR NEW."start" IS NOT OLD."start" OR NEW."end" IS NOT OLD."end" OR NEW."quote" IS NOT OLD."quote" OR NEW."fragments" IS NOT OLD."fragments" OR NEW."attributes" IS NOT OLD."attributes" OR NEW."note" IS NOT OLD."note" OR NEW."doubt" IS NOT OLD."doubt" OR NEW."origin" IS NOT OLD."origin" OR NEW."source_id" IS NOT OLD."source_id" OR NEW."foreign" IS NOT OLD."foreign") BEGIN INSERT INTO span_log(set_no, span_id, op_no, gone, "layer", "label", "start", "end", "quote", "fragments", "attributes", "note", "doubt", "origin", "source_id", "foreign") VALUES (NEW.set_no, NEW.span_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."start", NEW."end", NEW."quote", NEW."fragments", NEW."attributes", NEW."note", NEW."doubt", NEW."origin", NEW."source_id", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "start" = excluded."start", "end" = excluded."end", "quote" = excluded."quote", "fragments" = excluded."fragments", "attributes" = excluded."attributes", "note" = excluded."note", "doubt" = excluded."doubt", "origin" = excluded."origin", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER span_ad AFTER DELETE ON span WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO span_log(set_no, span_id, op_no, gone, "layer", "label", "start", "end", "quote", "fragments", "attributes", "note", "doubt", "origin", "source_id", "foreign") VALUES (OLD.set_no, OLD.span_id, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "start" = excluded."start", "end" = excluded."end", "quote" = excluded."quote", "fragments" = excluded."fragments", "attributes" = excluded."attributes", "note" = excluded."note", "doubt" = excluded."doubt", "origin" = excluded."origin", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER relation_ai AFTER INSERT ON relation WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO relation_log(set_no, relation_id, op_no, gone, "layer", "label", "source", "target", "note", "source_id", "foreign") VALUES (NEW.set_no, NEW.relation_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."source", NEW."target", NEW."note", NEW."source_id", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "source" = excluded."source", "target" = excluded."target", "note" = excluded."note", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER relation_au AFTER UPDATE ON relation WHEN (SELECT showing FROM current_op) = 0 AND (NEW."layer" IS NOT OLD."layer" OR NEW."label" IS NOT OLD."label" OR NEW."source" IS NOT OLD."source" OR NEW."target" IS NOT OLD."target" OR NEW."note" IS NOT OLD."note" OR NEW."source_id" IS NOT OLD."source_id" OR NEW."foreign" IS NOT OLD."foreign") BEGIN INSERT INTO relation_log(set_no, relation_id, op_no, gone, "layer", "label", "source", "target", "note", "source_id", "foreign") VALUES (NEW.set_no, NEW.relation_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."source", NEW."target", NEW."note", NEW."source_id", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "source" = excluded."source", "target" = excluded."target", "note" = excluded."note", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER relation_ad AFTER DELETE ON relation WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO relation_log(set_no, relation_id, op_no, gone, "layer", "label", "source", "target", "note", "source_id", "foreign") VALUES (OLD.set_no, OLD.relation_id, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "source" = excluded."source", "target" = excluded."target", "note" = excluded."note", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER document_label_ai AFTER INSERT ON document_label WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO document_label_log(set_no, document_label_id, op_no, gone, "layer", "label", "value", "source_id", "foreign") VALUES (NEW.set_no, NEW.document_label_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."value", NEW."source_id", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "value" = excluded."value", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER document_label_au AFTER UPDATE ON document_label WHEN (SELECT showing FROM current_op) = 0 AND (NEW."layer" IS NOT OLD."layer" OR NEW."label" IS NOT OLD."label" OR NEW."value" IS NOT OLD."value" OR NEW."source_id" IS NOT OLD."source_id" OR NEW."foreign" IS NOT OLD."foreign") BEGIN INSERT INTO document_label_log(set_no, document_label_id, op_no, gone, "layer", "label", "value", "source_id", "foreign") VALUES (NEW.set_no, NEW.document_label_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."value", NEW."source_id", NEW."foreign") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "value" = excluded."value", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER document_label_ad AFTER DELETE ON document_label WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO document_label_log(set_no, document_label_id, op_no, gone, "layer", "label", "value", "source_id", "foreign") VALUES (OLD.set_no, OLD.document_label_id, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "value" = excluded."value", "source_id" = excluded."source_id", "foreign" = excluded."foreign"; END;
CREATE TRIGGER rejection_ai AFTER INSERT ON rejection WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO rejection_log(set_no, rejection_id, op_no, gone, "layer", "label", "start", "end", "quote", "source", "instead") VALUES (NEW.set_no, NEW.rejection_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."start", NEW."end", NEW."quote", NEW."source", NEW."instead") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "start" = excluded."start", "end" = excluded."end", "quote" = excluded."quote", "source" = excluded."source", "instead" = excluded."instead"; END;
CREATE TRIGGER rejection_au AFTER UPDATE ON rejection WHEN (SELECT showing FROM current_op) = 0 AND (NEW."layer" IS NOT OLD."layer" OR NEW."label" IS NOT OLD."label" OR NEW."start" IS NOT OLD."start" OR NEW."end" IS NOT OLD."end" OR NEW."quote" IS NOT OLD."quote" OR NEW."source" IS NOT OLD."source" OR NEW."instead" IS NOT OLD."instead") BEGIN INSERT INTO rejection_log(set_no, rejection_id, op_no, gone, "layer", "label", "start", "end", "quote", "source", "instead") VALUES (NEW.set_no, NEW.rejection_id, (SELECT op_no FROM current_op), 0, NEW."layer", NEW."label", NEW."start", NEW."end", NEW."quote", NEW."source", NEW."instead") ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "start" = excluded."start", "end" = excluded."end", "quote" = excluded."quote", "source" = excluded."source", "instead" = excluded."instead"; END;
CREATE TRIGGER rejection_ad AFTER DELETE ON rejection WHEN (SELECT showing FROM current_op) = 0 BEGIN INSERT INTO rejection_log(set_no, rejection_id, op_no, gone, "layer", "label", "start", "end", "quote", "source", "instead") VALUES (OLD.set_no, OLD.rejection_id, (SELECT op_no FROM current_op), 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL) ON CONFLICT DO UPDATE SET gone = excluded.gone, "layer" = excluded."layer", "label" = excluded."label", "start" = excluded."start", "end" = excluded."end", "quote" = excluded."quote", "source" = excluded."source", "instead" = excluded."instead"; END;
COMMIT;
