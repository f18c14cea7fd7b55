-- Thanh tra, kiểm tra, giám sát: three kinds with their own subjects, legal bases and forms; all three are law, so they
-- are rows with source and validity, and what was not read in a source says so.
create table oversight_form (
    kind              text    not null check (kind in ('INSPECTION', 'CHECK', 'SUPERVISION')),
    -- who carries it out, and on whom
    carried_out_by    text    not null,
    subjects          text    not null,
    -- type names and abbreviations of the two documents (Decree 30/2020, annex III, where it has them)
    decision_type     text    not null,
    decision_symbol   text    not null,
    conclusion_type   text    not null,
    conclusion_symbol text    not null,
    -- what whoever decides has to look at first; null: nothing
    caution           text,
    source            text    not null,
    verified          boolean not null,
    valid_from        date    not null,
    valid_to          date,
    exclude using gist (kind with =, daterange(valid_from, valid_to) with &&)
);
insert into oversight_form values
    ('INSPECTION', 'Cơ quan thanh tra nhà nước, trong đó có Thanh tra sở',
     'Cơ quan, tổ chức, cá nhân thuộc phạm vi quản lý', 'Quyết định', 'QĐ', 'Kết luận thanh tra', 'KL', null,
     'Luật Thanh tra trước ngày 01/7/2025; chữ viết tắt KL theo thông lệ, không có trong Nghị định 30/2020/NĐ-CP', false,
     '2007-07-01', '2025-07-01'),
    ('INSPECTION', 'Thanh tra Chính phủ, Thanh tra tỉnh và các cơ quan thanh tra do Luật Thanh tra năm 2025 quy định',
     'Cơ quan, tổ chức, cá nhân thuộc phạm vi quản lý', 'Quyết định', 'QĐ', 'Kết luận thanh tra', 'KL',
     'Từ ngày 01/7/2025 thanh tra tập trung ở hai cấp: Thanh tra Chính phủ và Thanh tra tỉnh; sở không còn tổ chức thanh tra. Hãy xem lại thẩm quyền: việc của sở thường là kiểm tra.',
     'Thanh tra tỉnh Lào Cai, thanhtra.laocai.gov.vn, 02/7/2025 (hai cấp thanh tra); chữ viết tắt KL theo thông lệ', false,
     '2025-07-01', null),
    ('CHECK', 'Cơ quan quản lý, đối với đơn vị thuộc quyền quản lý', 'Cơ quan, đơn vị thuộc quyền quản lý',
     'Quyết định', 'QĐ', 'Thông báo', 'TB', null,
     'Nghị định 30/2020/NĐ-CP, Phụ lục III (tên loại và chữ viết tắt)', true, '2007-07-01', null),
    ('SUPERVISION', 'Cơ quan dân cử, Mặt trận Tổ quốc, các tổ chức chính trị - xã hội',
     'Cơ quan, tổ chức thực hiện chính sách, pháp luật', 'Quyết định', 'QĐ', 'Báo cáo', 'BC', null,
     'Nghị định 30/2020/NĐ-CP, Phụ lục III (tên loại và chữ viết tắt)', true, '2007-07-01', null);

create table oversight_basis (
    kind       text    not null check (kind in ('INSPECTION', 'CHECK', 'SUPERVISION')),
    position   int     not null,
    -- as it is printed behind "Căn cứ"
    title      text    not null,
    source     text    not null,
    -- only verified bases are written into a document by themselves
    verified   boolean not null,
    valid_from date    not null,
    valid_to   date,
    exclude using gist (kind with =, position with =, daterange(valid_from, valid_to) with &&)
);
insert into oversight_basis values
    ('INSPECTION', 1, 'Luật Thanh tra số 11/2022/QH15', 'thanhtra.laocai.gov.vn, 02/7/2025: bị Luật số 84/2025/QH15 thay thế; ngày có hiệu lực chưa kiểm chứng', false, '2023-07-01', '2025-07-01'),
    ('INSPECTION', 1, 'Luật Thanh tra số 84/2025/QH15', 'Thanh tra tỉnh Lào Cai, thanhtra.laocai.gov.vn, 02/7/2025: hiệu lực từ 01/7/2025', true, '2025-07-01', null),
    ('INSPECTION', 2, 'Luật Bình đẳng giới số 73/2006/QH11', 'Bộ pháp điển 8.2, bản tháng 5/2026: còn hiệu lực', true, '2007-07-01', null),
    ('CHECK', 1, 'Luật Bình đẳng giới số 73/2006/QH11', 'Bộ pháp điển 8.2, bản tháng 5/2026: còn hiệu lực', true, '2007-07-01', null),
    ('CHECK', 2, 'Nghị định số 70/2008/NĐ-CP quy định chi tiết thi hành một số điều của Luật Bình đẳng giới', 'đã đọc nhiệm vụ của các cấp tại các Điều 4-7, 12, 13', true, '2008-07-01', null),
    ('CHECK', 3, 'Nghị định số 217/2025/NĐ-CP ngày 05 tháng 8 năm 2025 về hoạt động kiểm tra chuyên ngành', 'nguồn thứ cấp, chưa đối chiếu Công báo', false, '2025-08-05', null),
    ('SUPERVISION', 1, 'Luật Bình đẳng giới số 73/2006/QH11', 'Bộ pháp điển 8.2, bản tháng 5/2026: còn hiệu lực', true, '2007-07-01', null),
    ('SUPERVISION', 2, 'Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân', 'daibieunhandan.vn (tên luật); số và ngày chưa kiểm chứng', false, '2016-07-01', null),
    ('SUPERVISION', 3, 'Luật Mặt trận Tổ quốc Việt Nam', 'theo trí nhớ, chưa kiểm chứng', false, '2016-01-01', null);

-- Questions of a visit. A template is never rewritten once it is made: a better one takes its place.
create table oversight_checklist (
    id         uuid primary key,
    -- null: comes with the product
    agency_id  uuid,
    kind       text        not null check (kind in ('INSPECTION', 'CHECK', 'SUPERVISION')),
    title      text        not null,
    made_by    uuid,
    made_at    timestamptz not null,
    retired_at timestamptz,
    retired_by uuid,
    check ((agency_id is null) = (made_by is null))
);
create index oversight_checklist_agency on oversight_checklist (agency_id);
create table oversight_question (
    id           uuid primary key,
    checklist_id uuid not null references oversight_checklist,
    position     int  not null,
    text         text not null,
    unique (checklist_id, position)
);
insert into oversight_checklist (id, kind, title, made_at) values
    ('01970000-0000-7000-8000-000000000001', 'INSPECTION', 'Chấp hành pháp luật về bình đẳng giới', '2026-01-01'),
    ('01970000-0000-7000-8000-000000000002', 'CHECK', 'Thực hiện kế hoạch bình đẳng giới của năm', '2026-01-01'),
    ('01970000-0000-7000-8000-000000000003', 'SUPERVISION', 'Giám sát thực hiện chính sách bình đẳng giới', '2026-01-01');
insert into oversight_question (id, checklist_id, position, text)
select cast('01970000-0000-7000-8000-0000000' || lpad(cast(list * 100 + position as text), 5, '0') as uuid),
       cast('01970000-0000-7000-8000-00000000000' || list as uuid), position, text
from  (values
    (1, 1, 'Đơn vị có xác định thực trạng bình đẳng giới, mục tiêu và báo cáo hằng năm không?'),
    (1, 2, 'Quy hoạch, bổ nhiệm, tuyển dụng có bảo đảm bình đẳng giữa nam và nữ không?'),
    (1, 3, 'Có hành vi cản trở, phân biệt đối xử về giới nào được phát hiện và xử lý không?'),
    (1, 4, 'Phản ánh, khiếu nại, tố cáo liên quan được tiếp nhận và giải quyết đúng hạn không?'),
    (1, 5, 'Kiến nghị của lần thanh tra, kiểm tra trước đã được thực hiện xong chưa?'),
    (2, 1, 'Kế hoạch của cấp trên đã được phổ biến, quán triệt đến toàn thể công chức, viên chức, người lao động chưa?'),
    (2, 2, 'Nhiệm vụ được giao có người phụ trách và thời hạn không?'),
    (2, 3, 'Nhiệm vụ báo cáo hoàn thành có minh chứng không?'),
    (2, 4, 'Số liệu về cán bộ, công chức có tách theo giới và khớp với hồ sơ không?'),
    (2, 5, 'Đơn vị có phối hợp với Công đoàn, Đoàn Thanh niên khi thực hiện không?'),
    (2, 6, 'Báo cáo định kỳ có đúng hạn và đủ nội dung không?'),
    (3, 1, 'Chính sách, chế độ đối với lao động nữ được thực hiện đầy đủ không?'),
    (3, 2, 'Ý kiến của công chức, viên chức, người lao động có được lắng nghe và trả lời không?'),
    (3, 3, 'Nơi làm việc có biện pháp phòng, chống quấy rối tình dục không?'),
    (3, 4, 'Tháng hành động vì bình đẳng giới được tổ chức thiết thực không?')) as q (list, position, text);

-- The programme of a year, and the visits it plans. Once the head has approved it, each change says why.
create table oversight_programme (
    id          uuid primary key,
    agency_id   uuid        not null,
    year        int         not null check (year between 2000 and 2100),
    approved_at timestamptz,
    approved_by uuid,
    created_by  uuid        not null,
    created_at  timestamptz not null,
    unique (agency_id, year),
    check ((approved_at is null) = (approved_by is null))
);
create table oversight_planned (
    id            uuid primary key,
    programme_id  uuid        not null references oversight_programme,
    agency_id     uuid        not null,
    kind          text        not null check (kind in ('INSPECTION', 'CHECK', 'SUPERVISION')),
    unit_id       uuid        not null,
    subject       text        not null check (subject <> ''),
    quarter       int         not null check (quarter between 1 and 4),
    -- why it came in after the programme was approved
    added_reason  text,
    cancelled_at  timestamptz,
    cancelled_by  uuid,
    cancel_reason text,
    created_by    uuid        not null,
    created_at    timestamptz not null,
    check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null))
);
create index oversight_planned_programme on oversight_planned (programme_id, quarter, id);
create index oversight_planned_unit on oversight_planned (unit_id);

-- One inspection, check or supervision: what a decision sends a team out for. Days half open.
create table oversight_round (
    id            uuid primary key,
    agency_id     uuid        not null,
    kind          text        not null check (kind in ('INSPECTION', 'CHECK', 'SUPERVISION')),
    subject       text        not null check (subject <> ''),
    from_day      date        not null,
    to_day        date        not null,
    checklist_id  uuid        not null references oversight_checklist,
    decision_id   uuid unique,
    conclusion_id uuid unique,
    cancelled_at  timestamptz,
    cancelled_by  uuid,
    cancel_reason text,
    version       int         not null,
    created_by    uuid        not null,
    created_at    timestamptz not null,
    -- subject, folded for searches
    folded        text        not null,
    check (from_day < to_day),
    check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null))
);
create index oversight_round_list on oversight_round (agency_id, from_day desc, id desc);

create table oversight_member (
    id         uuid primary key,
    round_id   uuid        not null references oversight_round,
    person_id  uuid        not null,
    leads      boolean     not null,
    from_day   date        not null,
    to_day     date        not null,
    -- why somebody left before the end
    end_reason text,
    added_by   uuid        not null,
    added_at   timestamptz not null,
    check (from_day <= to_day),
    exclude using gist (round_id with =, person_id with =, daterange(from_day, to_day) with &&),
    -- one head at a time
    exclude using gist (round_id with =, daterange(from_day, to_day) with &&) where (leads)
);
create index oversight_member_person on oversight_member (person_id);

create table oversight_visit (
    id            uuid primary key,
    round_id      uuid not null references oversight_round,
    planned_id    uuid references oversight_planned,
    unit_id       uuid not null,
    visited_on    date,
    cancelled_at  timestamptz,
    cancelled_by  uuid,
    cancel_reason text,
    -- of the answers: a form made on older ones is shown as a conflict
    version       int  not null,
    unique (round_id, unit_id),
    check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null))
);
create index oversight_visit_unit on oversight_visit (unit_id);
create index oversight_visit_planned on oversight_visit (planned_id) where planned_id is not null;
create index oversight_visit_day on oversight_visit (visited_on) where visited_on is not null;

create table oversight_answer (
    visit_id    uuid        not null references oversight_visit,
    question_id uuid        not null references oversight_question,
    answer      text        not null check (answer in ('YES', 'PARTLY', 'NO', 'NOT_APPLICABLE')),
    remark      text        not null,
    answered_by uuid        not null,
    answered_at timestamptz not null,
    primary key (visit_id, question_id)
);

create table oversight_finding (
    id              uuid primary key,
    visit_id        uuid        not null references oversight_visit,
    no              int         not null,
    grade           text        not null check (grade in ('STRENGTH', 'SHORTCOMING', 'VIOLATION')),
    text            text        not null check (text <> ''),
    recorded_by     uuid        not null,
    recorded_at     timestamptz not null,
    withdrawn_at    timestamptz,
    withdrawn_by    uuid,
    withdraw_reason text,
    version         int         not null,
    unique (visit_id, no),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);

create table oversight_recommendation (
    id              uuid primary key,
    visit_id        uuid        not null references oversight_visit,
    finding_id      uuid references oversight_finding,
    no              int         not null,
    text            text        not null check (text <> ''),
    unit_id         uuid        not null,
    due_on          date        not null,
    state           text        not null check (state in ('OPEN', 'REPORTED', 'RETURNED', 'DONE', 'WITHDRAWN')),
    done_on         date,
    version         int         not null,
    made_by         uuid        not null,
    made_at         timestamptz not null,
    folded          text        not null,
    unique (visit_id, no),
    check ((state = 'DONE') = (done_on is not null))
);
create index oversight_recommendation_unit on oversight_recommendation (unit_id, due_on);
create index oversight_recommendation_due on oversight_recommendation (due_on, id) where state in ('OPEN', 'REPORTED', 'RETURNED');

-- What was said of a recommendation, one row a step; only added to.
create table oversight_follow_up (
    id                uuid primary key,
    recommendation_id uuid        not null references oversight_recommendation,
    no                int         not null,
    step              text        not null check (step in ('REPORTED', 'ACCEPTED', 'RETURNED', 'POSTPONED', 'WITHDRAWN', 'REOPENED')),
    words             text        not null,
    unit_id           uuid        not null,
    said_by           uuid        not null,
    said_at           timestamptz not null,
    -- POSTPONED: the new day
    due_on            date,
    unique (recommendation_id, no)
);

create table oversight_evidence (
    id           uuid primary key,
    agency_id    uuid        not null,
    visit_id     uuid        not null references oversight_visit,
    finding_id   uuid references oversight_finding,
    follow_up_id uuid references oversight_follow_up,
    file_id      uuid        not null,
    title        text        not null,
    added_by     uuid        not null,
    added_at     timestamptz not null,
    -- taken back, never deleted
    removed_at   timestamptz,
    removed_by   uuid,
    check ((finding_id is null) <> (follow_up_id is null)),
    check ((removed_at is null) = (removed_by is null))
);
create index oversight_evidence_visit on oversight_evidence (visit_id);
create index oversight_evidence_follow_up on oversight_evidence (follow_up_id) where follow_up_id is not null;

-- THE ONE PLACE that says what an inspector may see: the visits of a round whose decision is in force, to its members, while
-- the round and their part in it last. Before and after, and for every other unit, there is nothing.
create view oversight_cover as
select v.id as visit_id, v.round_id, v.unit_id, m.person_id, m.leads,
       greatest(r.from_day, m.from_day) as from_day, least(r.to_day, m.to_day) as to_day
from   oversight_round r
join   outgoing_document d on d.id = r.decision_id and d.state = 'ISSUED'
join   oversight_member m on m.round_id = r.id
join   oversight_visit v on v.round_id = r.id and v.cancelled_at is null
where  r.cancelled_at is null;

-- Whether a decision lets somebody look into a unit (one that is visited, or below it) on a day.
create function oversight_covers(person uuid, unit uuid, day date) returns boolean
    language sql stable
    return exists (select 1
                   from   oversight_cover c
                   join   unit_within w on w.ancestor_id = c.unit_id and w.valid_from <= day and day < w.valid_to
                   where  c.person_id = person and w.unit_id = unit and c.from_day <= day and day < c.to_day);

-- Where a round stands on a day.
create function oversight_phase(r oversight_round, decision text, conclusion text, day date) returns text
    language sql immutable
    return case when r.cancelled_at is not null then 'CANCELLED'
                when conclusion = 'ISSUED' then 'CONCLUDED'
                when decision is distinct from 'ISSUED' then 'PREPARING'
                when day < r.from_day then 'DECIDED'
                when day < r.to_day then 'UNDER_WAY'
                else 'CONCLUDING' end;

-- What the members found, word by word, belongs to the record of deeds too; the steps of a follow-up are never rewritten.
create function refuse_rewritten_follow_up() returns trigger language plpgsql as $$
begin
    raise exception 'what was said of a recommendation is never rewritten' using errcode = 'check_violation';
end $$;
create trigger oversight_follow_up_kept before update or delete on oversight_follow_up
    for each row execute function refuse_rewritten_follow_up();
