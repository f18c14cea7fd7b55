-- A draft that another agency had made for this one (a plan passed down) and took back before anybody had touched it. It
-- stays as a row, since its steps are never rewritten, and is shown nowhere any more.
alter table outgoing_document add column withdrawn_at timestamptz;
alter table outgoing_document add check (withdrawn_at is null or state = 'DRAFT');
