-- A working year of 300 agencies, made of numbers alone, so that it is the same each time. Filled in: :tasks.
-- Agency 1 has a twentieth of all plans; the others share the rest. Statements are parted by an empty line.
create function pg_temp.uid(kind int, n bigint) returns uuid language sql immutable
    return cast('0190' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid);

create function pg_temp.pick(words text[], n bigint) returns text language sql immutable
    return words[1 + abs(n) % cardinality(words)];

create function pg_temp.mix(n bigint, salt int) returns int language sql immutable
    return cast(abs(hashint8(n * 31 + salt)) % 1000003 as int);

create temporary table word as select
    array['Tổ chức', 'Rà soát', 'Xây dựng', 'Phối hợp', 'Tuyên truyền', 'Bồi dưỡng', 'Kiểm tra', 'Tổng hợp', 'Triển khai', 'Đánh giá', 'Lồng ghép', 'Khảo sát'] as verb,
    array['hội nghị tập huấn kiến thức về bình đẳng giới', 'quy hoạch cán bộ nữ giai đoạn mới', 'số liệu thống kê tách biệt theo giới', 'tháng hành động vì bình đẳng giới', 'công tác phòng ngừa và ứng phó với bạo lực trên cơ sở giới', 'việc thực hiện chính sách đối với lao động nữ', 'mô hình hỗ trợ phụ nữ khởi nghiệp', 'báo cáo định kỳ về sự tiến bộ của phụ nữ', 'chuyên mục trên trang thông tin điện tử', 'lớp bồi dưỡng kỹ năng lãnh đạo cho nữ cán bộ', 'nội dung về giới trong chương trình nghiên cứu', 'nguồn lực tài chính cho các hoạt động'] as deed,
    array['trong cán bộ, công chức, viên chức', 'tại các đơn vị trực thuộc', 'ở vùng sâu, vùng xa', 'trong lực lượng lao động trẻ', 'theo kế hoạch đã được phê duyệt', 'gắn với cải cách hành chính', 'bằng nhiều hình thức phù hợp'] as where_done,
    array['Khoa học và Công nghệ', 'Nội vụ', 'Giáo dục và Đào tạo', 'Y tế', 'Tài chính', 'Tư pháp', 'Xây dựng', 'Nông nghiệp và Môi trường', 'Công Thương', 'Văn hóa, Thể thao và Du lịch'] as field,
    array['Hoa Giang', 'Tân Lâm', 'Bình Sơn Hạ', 'Phú Khê', 'Yên Thượng', 'Đông Hà Tây', 'Nam Trấn', 'Vĩnh Khương', 'An Lĩnh', 'Thanh Mộc'] as place,
    array['Văn phòng', 'Phòng Kế hoạch - Tài chính', 'Phòng Tổ chức cán bộ', 'Phòng Pháp chế', 'Phòng Quản lý chuyên ngành', 'Phòng Công nghệ thông tin', 'Phòng Nghiệp vụ 1', 'Phòng Nghiệp vụ 2', 'Phòng Thanh tra', 'Phòng Hợp tác'] as division,
    array['Nguyễn Thị', 'Trần Văn', 'Lê Thị', 'Phạm Văn', 'Hoàng Thị Thu', 'Vũ Đức', 'Đặng Thị', 'Bùi Quang', 'Đỗ Thị Minh', 'Ngô Xuân', 'Dương Thị', 'Lý Văn'] as family,
    array['An', 'Bình', 'Chi', 'Dung', 'Hà', 'Hạnh', 'Hùng', 'Khánh', 'Lan', 'Mai', 'Nam', 'Oanh', 'Phúc', 'Quân', 'Sơn', 'Thảo', 'Uyên', 'Vinh', 'Yến'] as given;

create temporary table like_sample as
select (select password_hash from account where username = 'vanphong') as hash,
       (select head from outgoing_document limit 1) as head;

-- people's committees, agencies below them, ten units in each
create temporary table u as
select pg_temp.uid(1, c) as id, cast(null as uuid) as parent, 'PEOPLES_COMMITTEE' as kind,
       'Ủy ban nhân dân tỉnh ' || pg_temp.pick(place, c) as name, 'UBND' as symbol, c as n from generate_series(1, 10) c, word
union all
select pg_temp.uid(2, a), pg_temp.uid(1, 1 + a % 10), 'DEPARTMENT',
       'Sở ' || pg_temp.pick(field, a / 10) || ' ' || pg_temp.pick(place, a) || ' ' || a, 'S' || a, a from generate_series(1, 300) a, word
union all
select pg_temp.uid(3, m), pg_temp.uid(2, (m - 1) / 10 + 1), case (m - 1) % 10 when 0 then 'DEPARTMENT_OFFICE' else 'DIVISION' end,
       pg_temp.pick(division, (m - 1) % 10), 'P' || (m - 1) % 10, (m - 1) % 10 from generate_series(1, 3000) m, word;

insert into unit (id, valid_from) select id, date '2020-01-01' from u;

insert into unit_name (unit_id, kind, name, symbol_abbreviation, valid_from) select id, kind, name, symbol, date '2020-01-01' from u;

insert into unit_parent (unit_id, parent_id, position, valid_from)
select id, parent, n, date '2020-01-01' from u where parent is not null;

insert into agency_letterhead (agency_id, parent_line, place_of_issue, valid_from)
select id, 'Ủy ban nhân dân tỉnh', 'Hoa Giang', date '2020-01-01' from u where kind in ('DEPARTMENT', 'PEOPLES_COMMITTEE');

select count(*) from (select derive_unit_within(array(select id from u))) d;

-- 200 people of each agency: the head, two deputies, ten heads of units, the rest in the units
create temporary table p as
select n, pg_temp.uid(4, n) as id, pg_temp.uid(5, n) as account, (n - 1) / 200 + 1 as a, (n - 1) % 200 as i,
       pg_temp.uid(2, (n - 1) / 200 + 1) as agency,
       case when (n - 1) % 200 < 3 then pg_temp.uid(2, (n - 1) / 200 + 1)
            else pg_temp.uid(3, (n - 1) / 200 * 10 + (n - 1) % 10 + 1) end as unit
from generate_series(1, 60000) n;

insert into person (id, family_name, given_name, sex, birth_year)
select id, pg_temp.pick(family, pg_temp.mix(n, 1)), pg_temp.pick(given, pg_temp.mix(n, 2)),
       case n % 2 when 0 then 'F' else 'M' end, 1966 + n % 35 from p, word;

insert into office_held (id, person_id, unit_id, rank, title, valid_from)
select pg_temp.uid(6, n), id, unit,
       case when i = 0 or i between 10 and 19 then 'HEAD' when i in (1, 2) then 'DEPUTY_HEAD' else 'MEMBER' end,
       case when i = 0 then 'Giám đốc' when i < 3 then 'Phó Giám đốc' when i between 10 and 19 then 'Trưởng phòng' else 'Chuyên viên' end,
       date '2021-01-01' from p;

insert into person_fact (id, person_id, kind, value, valid_from)
select pg_temp.uid(7, n), id, 'LEGAL_STATUS', 'CIVIL_SERVANT', date '2021-01-01' from p;

insert into account (id, person_id, username, password_hash, must_change_password, created_at, agency_id, unit_id, woken_at)
select account, id, 'nguoi' || n, hash, false, now(), agency, unit, now() from p, like_sample;

insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
select gen_random_uuid(), p.account, p.agency, p.unit, r.role,
       case when r.role in ('STAFF', 'DIVISION_HEAD') then p.unit else p.agency end, true, date '2021-01-01'
from   p cross join lateral unnest(case when i = 0 then array['HEAD'] when i < 3 then array['DEPUTY_HEAD']
       when i between 10 and 19 then array['DIVISION_HEAD', 'STAFF'] when i = 20 then array['OFFICE_CLERK', 'RECORDS_CLERK', 'STAFF']
       else array['STAFF'] end) r (role);

-- the clerk of the first people's committee: person 60,001
insert into person (id, family_name, given_name, sex) values (pg_temp.uid(4, 60001), 'Người', 'Tỉnh', 'U');

insert into office_held (id, person_id, unit_id, rank, title, valid_from)
values (pg_temp.uid(6, 60001), pg_temp.uid(4, 60001), pg_temp.uid(1, 1), 'MEMBER', 'Chuyên viên', date '2021-01-01');

insert into account (id, person_id, username, password_hash, must_change_password, created_at, agency_id, unit_id, woken_at)
select pg_temp.uid(5, 60001), pg_temp.uid(4, 60001), 'nguoi60001', hash, false, now(), pg_temp.uid(1, 1), pg_temp.uid(1, 1), now() from like_sample;

insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
values (gen_random_uuid(), pg_temp.uid(5, 60001), pg_temp.uid(1, 1), pg_temp.uid(1, 1), 'OFFICE_CLERK', pg_temp.uid(1, 1), true, date '2021-01-01');

-- plans of forty tasks each; plan 1 is the superior's
create temporary table pl as
select n, pg_temp.uid(8, n) as id, a, case when n = 1 then pg_temp.uid(1, 1) else pg_temp.uid(2, a) end as agency,
       case when n = 1 then pg_temp.uid(5, 60001) else pg_temp.uid(5, (a - 1) * 200 + 21) end as account,
       case when n = 1 then pg_temp.uid(1, 1) else pg_temp.uid(3, (a - 1) * 10 + 1) end as office,
       n % 12 <> 0 as issued, case when n % 10 < 7 then 2026 else 2025 end as year,
       row_number() over (partition by a order by n) as number
from  (select n, case when n % 20 = 0 then 1 else 2 + n * 7 % 299 end as a from generate_series(1, :tasks / 40) n) x;

insert into outgoing_document (id, agency_id, kind, state, subject, year, head, version, drafting_unit_id, created_by, created_at, changed_at)
select id, agency, 'PLAN', 'DRAFT', 'Thực hiện ' || pg_temp.pick(deed, n) || ' năm ' || year || ', đợt ' || number, year,
       head || jsonb_build_object('subjectLine', 'Thực hiện ' || pg_temp.pick(deed, n) || ' năm ' || year || ', đợt ' || number),
       1, office, account, now(), now() from pl, word, like_sample;

insert into plan (id, agency_id, year) select id, agency, year from pl;

create temporary table t as
select n, pg_temp.uid(9, n) as id, plan_no, pl.id as plan, pl.agency, pl.a, pl.issued, (n - 1) % 40 as position, pl.year,
       pg_temp.mix(n, 4) % 10 as k,
       case when plan_no = 1 then pl.agency else pg_temp.uid(3, (pl.a - 1) * 10 + pg_temp.mix(n, 4) % 10 + 1) end as unit,
       case when n % 20 = 7 then null else make_date(pl.year, 1, 20) + pg_temp.mix(n, 5) % 345 end as due,
       pg_temp.mix(n, 6) % 100 as luck,
       pg_temp.pick(verb, pg_temp.mix(n, 7)) || ' ' || pg_temp.pick(deed, pg_temp.mix(n, 8)) || ' '
           || pg_temp.pick(where_done, pg_temp.mix(n, 9)) || case when n % 2000 = 40 then ' tại bản Khuổi Nậm' else '' end as text,
       pg_temp.pick(division, pg_temp.mix(n, 4) % 10) as printed
from   generate_series(1, :tasks) n
join  (select n as plan_no, id, a, agency, issued, year from pl) pl on plan_no = (n - 1) / 40 + 1, word;

insert into plan_task (id, plan_id, position, number, text, lead_unit_id, lead_printed, start_on, due_on, no_due_reason, expected_output, version)
select id, plan, position, 'II.' || position + 1, text, unit, printed, null, due,
       case when due is null then 'Thường xuyên trong năm' end, 'Báo cáo kết quả', 1 from t;

insert into plan_task_coordinating (task_id, position, unit_id, printed)
select id, 0, pg_temp.uid(3, (a - 1) * 10 + (k + 1) % 10 + 1), 'Phòng phối hợp' from t where n % 2 = 0 and plan_no > 1;

update outgoing_document d
set    state = 'ISSUED', number = pl.number, symbol = 'KH-S' || pl.a, series = 'KH', issued_on = make_date(pl.year, 1, 5) + cast(pl.n % 60 as int),
       signer_id = pg_temp.uid(4, (pl.a - 1) * 200 + 1), signing_capacity = 'HEAD', issued_content = d.head, docx_file_id = d.id, pdf_file_id = d.id,
       approved_on = make_date(pl.year, 1, 4)
from   pl where pl.id = d.id and pl.issued;

-- where the tasks stand
create temporary table s as
select t.*, case when due is null or due >= current_date then
                 case when luck < 20 then 'DONE' when luck < 60 then 'IN_PROGRESS' else 'NOT_STARTED' end
                 else case when luck < 75 then 'DONE' when luck < 80 then 'NOT_DONE' when luck < 93 then 'IN_PROGRESS' else 'NOT_STARTED' end end as state,
       5 + n % 2 as reports
from   t where issued;

insert into task_status (task_id, plan_id, agency_id, state, share_done, words, version, changed_at, done_on, no_evidence_reason, folded, due_on)
select id, plan, agency, state, case state when 'IN_PROGRESS' then luck end, 'Đang theo tiến độ', reports, now() - interval '1 hour' * (luck * 24),
       case state when 'DONE' then current_date - luck end, case state when 'DONE' then 'Kết quả nêu trong báo cáo chung' end,
       fold('II.' || position + 1 || ' ' || text || ' ' || printed), due from s;

insert into task_progress (id, task_id, plan_id, no, state, share_done, words, unit_id, reported_by, reported_at)
select pg_temp.uid(10, s.n * 8 + r), s.id, s.plan, r, case when r = s.reports then s.state else 'IN_PROGRESS' end, null,
       'Đã thực hiện một phần công việc của kỳ ' || r || ', tiếp tục theo kế hoạch', s.unit,
       pg_temp.uid(5, (s.a - 1) * 200 + s.k + 11), now() - interval '20 days' * (s.reports - r) - interval '1 hour' * (s.luck * 24)
from   s, generate_series(1, s.reports) r;

insert into task_part (task_id, unit_id, agency_id, state, version, changed_at)
select s.id, pg_temp.uid(3, (a - 1) * 10 + (k + 1) % 10 + 1), agency, case when luck % 3 = 0 then 'DONE' else 'IN_PROGRESS' end, 1, now()
from   s where n % 2 = 0 and plan_no > 1;

insert into task_hand (task_id, unit_id, no, agency_id, person_id, handed_by, handed_at, current)
select id, unit, 1, agency, pg_temp.uid(4, (a - 1) * 200 + k + 10 * (2 + pg_temp.mix(n, 11) % 18) + 1), pg_temp.uid(5, (a - 1) * 200 + k + 11), now(), true
from   s where n % 5 < 3 and plan_no > 1;

insert into sub_task (id, task_id, plan_id, agency_id, unit_id, text, to_unit_id, due_on, no_due_reason, state, words, version, changed_by, changed_at)
select pg_temp.uid(11, n), id, plan, agency, unit, 'Chuẩn bị nội dung, gửi lấy ý kiến', unit, due, case when due is null then 'Theo việc chính' end,
       case when luck < 60 then 'DONE' else 'IN_PROGRESS' end, '', 1, pg_temp.uid(5, (a - 1) * 200 + k + 11), now() from s where n % 10 = 0;

insert into task_comment (id, task_id, agency_id, unit_id, words, written_by, written_at)
select pg_temp.uid(12, n), id, agency, unit, 'Đề nghị báo cáo rõ hơn phần số liệu.', pg_temp.uid(5, (a - 1) * 200 + 21), now() from s where n % 4 = 0;

insert into comment_mention (comment_id, account_id, task_id)
select pg_temp.uid(12, n), pg_temp.uid(5, (a - 1) * 200 + k + 11), id from s where n % 20 = 0;

-- who was urged for what is late
insert into urging (id, agency_id, by_unit, by_account, automatic, unit_id, recipient, way, words, created_at, urged_at, answer_by, items, answered)
select pg_temp.uid(13, n), agency, pg_temp.uid(3, (a - 1) * 10 + 1), pg_temp.uid(5, (a - 1) * 200 + 21), false, unit, 'UNIT', 'APP',
       'Đề nghị báo cáo kết quả.', now() - interval '1 day' * (luck % 30), now() - interval '1 day' * (luck % 30), current_date + 2, 1, luck % 2
from   s where state in ('IN_PROGRESS', 'NOT_STARTED') and due < current_date and plan_no > 1;

insert into urging_item (id, urging_id, no, kind, subject_id, unit_id, waiting, answered_at, answer)
select pg_temp.uid(14, n), pg_temp.uid(13, n), 1, 'TASK', id, unit, false,
       case luck % 2 when 1 then now() end, case luck % 2 when 1 then 'NOT_YET' end
from   s where state in ('IN_PROGRESS', 'NOT_STARTED') and due < current_date and plan_no > 1;

-- the superior's plan passed down to all 300 agencies
insert into plan_cascade (id, plan_id, agency_id, above, state, on_day, follows_until, kinds, follows_kinds, passed_by, passed_at, ended_at)
select pg_temp.uid(15, 1), id, agency, array[]::uuid[], 'DONE', current_date, current_date + 30, array[]::text[], false, account, now(), now() from pl where n = 1;

insert into plan_cascade_clause (cascade_id, position, task_id, number, text)
select pg_temp.uid(15, 1), position, id, 'II.' || position + 1, text from t where plan_no = 1;

insert into plan_addressee (id, cascade_id, unit_id, unit_name, parent_id, place, inside, given_on, made_at, plan_id, confirmed_at, started_on)
select pg_temp.uid(16, n), pg_temp.uid(15, 1), id, name, parent, 'Hoa Giang', false, current_date, now(),
       (select pl.id from pl where pl.a = u.n and pl.n > 1 order by pl.n limit 1),
       case when n % 3 > 0 then now() end, case when n % 4 = 0 then current_date end
from   u where kind = 'DEPARTMENT';

update plan_task x set from_task_id = pg_temp.uid(9, t.position + 1), addressee_id = d.id
from   t join plan_addressee d on d.id = pg_temp.uid(16, t.a) and d.plan_id = t.plan
where  t.id = x.id and t.plan_no > 1 and t.position % 3 = 0;

analyze
