-- The same year in Redmine: a project for each agency, below it one for each plan, its tasks as issues, reports as journals.
-- Projects are public, so that Redmine need not look at members: that is the cheaper way. Filled in: :tasks, :hash.
create function pg_temp.pick(words text[], n bigint) returns text language sql immutable
    return words[1 + abs(n) % cardinality(words)];

create function pg_temp.mix(n bigint, salt int) returns int language sql immutable
    return cast(abs(hashint8(n * 31 + salt)) % 1000003 as int);

create temporary table word as select
    array['Tổ chức', 'Rà soát', 'Xây dựng', 'Phối hợp', 'Tuyên truyền', 'Bồi dưỡng', 'Kiểm tra', 'Tổng hợp', 'Triển khai', 'Đánh giá', 'Lồng ghép', 'Khảo sát'] as verb,
    array['hội nghị tập huấn kiến thức về bình đẳng giới', 'quy hoạch cán bộ nữ giai đoạn mới', 'số liệu thống kê tách biệt theo giới', 'tháng hành động vì bình đẳng giới', 'công tác phòng ngừa và ứng phó với bạo lực trên cơ sở giới', 'việc thực hiện chính sách đối với lao động nữ', 'mô hình hỗ trợ phụ nữ khởi nghiệp', 'báo cáo định kỳ về sự tiến bộ của phụ nữ', 'chuyên mục trên trang thông tin điện tử', 'lớp bồi dưỡng kỹ năng lãnh đạo cho nữ cán bộ', 'nội dung về giới trong chương trình nghiên cứu', 'nguồn lực tài chính cho các hoạt động'] as deed,
    array['trong cán bộ, công chức, viên chức', 'tại các đơn vị trực thuộc', 'ở vùng sâu, vùng xa', 'trong lực lượng lao động trẻ', 'theo kế hoạch đã được phê duyệt', 'gắn với cải cách hành chính', 'bằng nhiều hình thức phù hợp'] as where_done;

insert into users (id, login, hashed_password, salt, firstname, lastname, admin, status, language, type, mail_notification, must_change_passwd, created_on, updated_on)
select 100 + n, 'nguoi' || n, ':hash', 'salt', 'Người', 'Số ' || n, false, 1, 'vi', 'User', 'none', false, now(), now()
from   generate_series(1, 60000) n;

insert into email_addresses (user_id, address, is_default, notify, created_on, updated_on)
select 100 + n, 'nguoi' || n || '@example.invalid', true, false, now(), now() from generate_series(1, 60000) n;

create temporary table pl as
select n, case when n % 20 = 0 then 1 else 2 + n * 7 % 299 end as a, n % 12 <> 0 as issued, case when n % 10 < 7 then 2026 else 2025 end as year
from   generate_series(1, :tasks / 40) n;

create temporary table pj as
select *, row_number() over (order by a, n) as place from (
    select a, 0 as n from generate_series(1, 300) a union all select a, n from pl) x;

insert into projects (id, name, identifier, description, is_public, parent_id, status, lft, rgt, inherit_members, created_on, updated_on)
select case n when 0 then 10000 + a else n end, case n when 0 then 'Agency ' || a else 'Plan ' || n end,
       case n when 0 then 'agency-' || a else 'plan-' || n end, '', true, case n when 0 then null else 10000 + a end, 1,
       0, 0, false, now(), now() from pj;

update projects p set lft = x.lft, rgt = x.rgt from (
    select a, n, case n when 0 then 10000 + a else n end as id,
           case n when 0 then 2 * (place - 1) + 1 else 2 * (place - 1) end as lft,
           case n when 0 then 2 * (place - 1) + 2 * count(*) over (partition by a) else 2 * (place - 1) + 1 end as rgt
    from pj) x where x.id = p.id;

insert into enabled_modules (project_id, name) select id, 'issue_tracking' from projects;

insert into projects_trackers (project_id, tracker_id) select id, (select min(id) from trackers) from projects;

create temporary table t as
select n, plan_no, a, year, issued, pg_temp.mix(n, 4) % 10 as k, pg_temp.mix(n, 6) % 100 as luck,
       case when n % 20 = 7 then null else make_date(year, 1, 20) + pg_temp.mix(n, 5) % 345 end as due,
       pg_temp.pick(verb, pg_temp.mix(n, 7)) || ' ' || pg_temp.pick(deed, pg_temp.mix(n, 8)) || ' '
           || pg_temp.pick(where_done, pg_temp.mix(n, 9)) || case when n % 2000 = 40 then ' tại bản Khuổi Nậm' else '' end as text
from   generate_series(1, :tasks) n join (select n as plan_no, a, issued, year from pl) p on plan_no = (n - 1) / 40 + 1, word;

create temporary table st as
select t.*, case when not issued then 'New' when due is null or due >= current_date then
                 case when luck < 20 then 'Closed' when luck < 60 then 'In Progress' else 'New' end
                 else case when luck < 75 then 'Closed' when luck < 80 then 'Rejected' when luck < 93 then 'In Progress' else 'New' end end as state
from   t;

insert into issues (id, tracker_id, project_id, subject, description, due_date, status_id, assigned_to_id, priority_id, author_id,
                    lock_version, created_on, updated_on, start_date, done_ratio, root_id, lft, rgt, is_private, closed_on)
select n, (select min(id) from trackers), plan_no, left(text, 255), text, due, s.id,
       100 + (a - 1) * 200 + k + 10 * (2 + pg_temp.mix(n, 11) % 18) + 1, (select id from enumerations where type = 'IssuePriority' and is_default limit 1),
       100 + (a - 1) * 200 + 21, 0, now(), now() - interval '1 hour' * (luck * 24), null, case state when 'In Progress' then luck / 10 * 10 else 0 end, n, 1, 2, false,
       case when s.is_closed then now() end
from   st join issue_statuses s on s.name = state;

insert into journals (journalized_id, journalized_type, user_id, notes, created_on, private_notes)
select n, 'Issue', 100 + (a - 1) * 200 + k + 11, 'Đã thực hiện một phần công việc của kỳ ' || r || ', tiếp tục theo kế hoạch',
       now() - interval '20 days' * (6 - r), false
from   st, generate_series(1, 5 + n % 2) r where issued;

select setval(pg_get_serial_sequence('issues', 'id'), (select max(id) from issues)), setval(pg_get_serial_sequence('users', 'id'), (select max(id) from users)), setval(pg_get_serial_sequence('projects', 'id'), (select max(id) from projects))
