-- Urging (đôn đốc): an act of its own. Who urged whom, for which tasks or reports, when, by which way, answered when and how.

-- When something is proposed to be urged, and whether it goes out by itself: data of each agency with its days.
create table urging_rule (
    id          uuid primary key,
    -- null: the standard of the product, for agencies that ruled nothing
    agency_id   uuid,
    valid_from  date    not null,
    valid_to    date,
    automatic   boolean not null,
    by_mail     boolean not null,
    -- a day that falls on a quiet day moves to the working day before or after it
    shift       text    not null check (shift in ('BEFORE', 'AFTER')),
    -- working days that the addressee has to answer
    answer_days int     not null check (answer_days between 1 and 30),
    source      text    not null,
    check (valid_to is null or valid_from < valid_to),
    exclude using gist ((coalesce(agency_id, '00000000-0000-0000-0000-000000000000')) with =,
                        daterange(valid_from, valid_to) with &&)
);
create table urging_step (
    rule_id   uuid not null references urging_rule,
    -- from the due day: -3 is three days before it
    days      int  not null check (days between -60 and 90),
    recipient text not null check (recipient in ('UNIT', 'UNIT_HEAD', 'AGENCY_HEAD')),
    primary key (rule_id, days, recipient)
);
insert into urging_rule values
    ('0199b0c8-0000-7000-8000-000000000001', null, '2020-01-01', null, false, true, 'BEFORE', 2,
     'thông lệ của sản phẩm; không văn bản nào quy định');
insert into urging_step values
    ('0199b0c8-0000-7000-8000-000000000001', -3, 'UNIT'),
    ('0199b0c8-0000-7000-8000-000000000001', 0, 'UNIT'),
    ('0199b0c8-0000-7000-8000-000000000001', 3, 'UNIT'),
    ('0199b0c8-0000-7000-8000-000000000001', 5, 'AGENCY_HEAD');

-- Days on which one agency works or rests otherwise than the public holidays say: exchanged days, days of its own.
create table urging_day (
    agency_id uuid    not null,
    day       date    not null,
    rest      boolean not null,
    name      text    not null,
    source    text    not null,
    primary key (agency_id, day)
);

-- Words to begin with; {…} are fields that are filled in when the act is done.
create table urging_template (
    id         uuid primary key,
    -- null: of the product, for every agency
    agency_id  uuid,
    -- which proposals it is for
    occasion   text not null check (occasion in ('BEFORE', 'DUE', 'LATE', 'HEAD', 'REPORT')),
    name       text not null,
    words      text not null,
    version    int  not null,
    -- taken out of use; acts keep the words they were made with
    ended_on   date,
    changed_at timestamptz not null
);
create index urging_template_agency on urging_template (agency_id);
insert into urging_template values
    ('0199b0c8-0000-7000-8000-000000000011', null, 'BEFORE', 'Nhắc trước hạn',
     'Đề nghị {đơn vị} tập trung thực hiện {số việc} nhiệm vụ sắp đến hạn nêu dưới đây và trả lời trước ngày {hạn trả lời}.', 1, null, '2026-01-01'),
    ('0199b0c8-0000-7000-8000-000000000012', null, 'DUE', 'Đến hạn',
     'Hôm nay, ngày {ngày}, {số việc} nhiệm vụ nêu dưới đây đến hạn. Đề nghị {đơn vị} báo cáo kết quả trước ngày {hạn trả lời}.', 1, null, '2026-01-01'),
    ('0199b0c8-0000-7000-8000-000000000013', null, 'LATE', 'Quá hạn',
     '{số việc} nhiệm vụ nêu dưới đây đã quá hạn. Đề nghị {đơn vị} báo cáo kết quả hoặc nêu rõ nguyên nhân và thời gian hoàn thành trước ngày {hạn trả lời}.', 1, null, '2026-01-01'),
    ('0199b0c8-0000-7000-8000-000000000014', null, 'HEAD', 'Báo cáo lãnh đạo việc quá hạn',
     'Kính đề nghị lãnh đạo chỉ đạo {đơn vị} thực hiện {số việc} nhiệm vụ đã quá hạn nêu dưới đây, trả lời trước ngày {hạn trả lời}.', 1, null, '2026-01-01'),
    ('0199b0c8-0000-7000-8000-000000000015', null, 'REPORT', 'Đôn đốc báo cáo',
     'Đến ngày {ngày}, {cơ quan} chưa nhận được báo cáo nêu dưới đây. Đề nghị {đơn vị} gửi báo cáo trước ngày {hạn trả lời}.', 1, null, '2026-01-01');

-- A report that an agency waits for, when it urges for it; the same one is the same thing on every day.
create table urged_report (
    id        uuid primary key,
    agency_id uuid not null,
    unit_id   uuid not null,
    title     text not null,
    due_on    date,
    unique nulls not distinct (agency_id, unit_id, title, due_on)
);

create table urging (
    id         uuid primary key,
    -- who urges
    agency_id  uuid        not null,
    by_unit    uuid        not null,
    by_account uuid        not null,
    automatic  boolean     not null,
    -- whom
    unit_id    uuid        not null,
    recipient  text        not null check (recipient in ('UNIT', 'UNIT_HEAD', 'AGENCY_HEAD', 'PERSON')),
    account_id uuid,
    way        text        not null check (way in ('APP', 'MAIL', 'LETTER')),
    words      text        not null,
    letter_id  uuid,
    created_at timestamptz not null,
    -- when it reached them; of a letter the moment of its issue, null until then
    urged_at   timestamptz,
    -- a letter that is not to be sent after all
    dropped_at timestamptz,
    answer_by  date        not null,
    items      int         not null,
    -- how many of them are answered, kept beside for lists
    answered   int         not null default 0,
    check ((recipient = 'PERSON') = (account_id is not null)),
    check ((way = 'LETTER') = (letter_id is not null)),
    check (urged_at is not null or way = 'LETTER'),
    check (answered between 0 and items)
);
create index urging_agency on urging (agency_id, id);
create index urging_period on urging (agency_id, urged_at);
create index urging_unit on urging (unit_id, id);
create index urging_letter on urging (letter_id) where letter_id is not null and urged_at is null;

create table urging_item (
    id          uuid primary key,
    urging_id   uuid not null references urging,
    no          int  not null,
    kind        text not null check (kind in ('TASK', 'REPORT')),
    subject_id  uuid not null,
    unit_id     uuid not null,
    -- a letter about it is being prepared
    waiting     boolean not null,
    -- the first answer, and what was answered last
    answered_at timestamptz,
    answer      text check (answer in ('DONE', 'PROMISED', 'NOT_YET', 'REPORTED')),
    promised_on date,
    unique (urging_id, subject_id),
    check ((answered_at is null) = (answer is null))
);
create index urging_item_open on urging_item (subject_id, unit_id) where answered_at is null;
-- nobody prepares a second letter to the same unit about the same thing
create unique index urging_item_letter on urging_item (subject_id, unit_id) where waiting;

-- Whom an urging reached. The key is the rule: never the same person twice a day for the same thing, whoever sends.
create table urging_told (
    account_id uuid not null,
    subject_id uuid not null,
    told_on    date not null,
    item_id    uuid not null,
    primary key (account_id, subject_id, told_on)
);
create index urging_told_item on urging_told (item_id);

-- Answers are only added.
create table urging_answer (
    id          uuid primary key,
    item_id     uuid        not null references urging_item,
    kind        text        not null check (kind in ('DONE', 'PROMISED', 'NOT_YET', 'REPORTED')),
    words       text        not null,
    promised_on date,
    unit_id     uuid        not null,
    account_id  uuid        not null,
    answered_at timestamptz not null,
    check ((kind = 'PROMISED') = (promised_on is not null))
);
create index urging_answer_item on urging_answer (item_id);

-- What the rule finds, for somebody to send. A step finds a task once for each due day the task has.
create table urging_proposal (
    id          uuid primary key,
    agency_id   uuid not null,
    rule_id     uuid not null references urging_rule,
    task_id     uuid not null,
    unit_id     uuid not null,
    due_on      date not null,
    days        int  not null,
    recipient   text not null check (recipient in ('UNIT', 'UNIT_HEAD', 'AGENCY_HEAD')),
    proposed_on date not null,
    -- OVERTAKEN: a later step, the end of the task or another act came first
    state       text not null check (state in ('OPEN', 'SENT', 'DROPPED', 'OVERTAKEN')),
    decided_at  timestamptz,
    decided_by  uuid,
    unique (task_id, due_on, days, recipient)
);
create index urging_proposal_open on urging_proposal (agency_id, id) where state = 'OPEN';
create unique index urging_proposal_task on urging_proposal (task_id, recipient) where state = 'OPEN';

-- "What is due around a day" is asked each morning and on the list of what can be urged for.
create index plan_task_due on plan_task (due_on, id) where due_on is not null;
