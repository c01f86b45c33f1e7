-- How a workbook was asked to be read, and what its file was found to be. Imports before had no
-- choice and did not note it.
alter table import add column choices jsonb;
alter table import add column recognised jsonb;
