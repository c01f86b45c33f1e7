-- Where the chosen records stand, what is above them and what their attributes name is noted while
-- they are chosen: all of them were read twice more to find it, and sorted with all that is known
-- of them.
alter table chosen
  add column parent text collate "C",
  add column path text collate "C",
  add column named jsonb;
