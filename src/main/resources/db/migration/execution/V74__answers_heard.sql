-- Many answers come by telephone. The office writes down what it heard; such an answer is told apart from one that the
-- addressee gave in the product.
create table urging_heard (
    answer_id   uuid primary key references urging_answer,
    way         text        not null check (way in ('TELEPHONE', 'IN_PERSON', 'LETTER')),
    -- who answered, as the office knows them: many have no account
    who         text        not null,
    heard_on    date        not null,
    recorded_at timestamptz not null
);

-- What was written down wrongly stays, with who took it out of the count and why.
create table urging_answer_withdrawn (
    answer_id    uuid primary key references urging_answer,
    -- the answer that stands in its place; null when none does
    corrected_by uuid references urging_answer,
    reason       text        not null,
    account_id   uuid        not null,
    withdrawn_at timestamptz not null,
    check (corrected_by is not null or reason <> '')
);
