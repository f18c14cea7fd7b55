package vn.binhdang.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Makes a database refuse the commit of a transaction that changed rows and recorded nothing: with
 * {@code -Dbinhdang.test.recorded=true} for a whole run. Only transactions that Spring began count: tests lay their own
 * rows in single statements, the product changes rows in transactions.
 */
final class UnrecordedChanges implements TransactionExecutionListener {
    /**
     * Sessions, sign-ins under way, jobs with how far they are and what they found, counters, notices, and what is
     * derived from recorded rows: nobody's deeds.
     */
    private static final String NO_DEEDS = """
        'spring_session', 'spring_session_attributes', 'scheduled_tasks', 'sign_in', 'sign_in_failure', 'unit_within',
        'notice', 'sheet_import', 'sheet_import_mistake', 'task_in_hand'\
        """;

    static final boolean WANTED = Boolean.getBoolean("binhdang.test.recorded");

    static final String TRIGGERS = """
        create function test_recorded() returns trigger language plpgsql as $$
        begin
            perform set_config('test.recorded', 'yes', true);
            return null;
        end $$;
        create trigger test_recorded after insert on audit_row for each statement execute function test_recorded();

        create function test_must_be_recorded() returns trigger language plpgsql as $$
        begin
            if coalesce(current_setting('test.recorded', true), '') <> 'yes'
               and coalesce(current_setting('test.transaction', true), '') = 'yes' then
                raise exception 'unrecorded change of %%', tg_table_name;
            end if;
            return null;
        end $$;
        do $$
        declare t text;
        begin
            for t in select relname from pg_class
                     where relnamespace = current_schema()::regnamespace and relkind = 'r'
                     and   relname not like 'audit\\_%%' and relname not like 'flyway\\_%%' and relname not in (%s)
            loop
                execute format('create constraint trigger test_must_be_recorded after insert or update or delete on %%I
                    deferrable initially deferred for each row execute function test_must_be_recorded()', t);
            end loop;
        end $$;
        """.formatted(NO_DEEDS);

    private final ApplicationContext product;

    UnrecordedChanges(ApplicationContext product) {
        this.product = product;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction())
            product.getBean(JdbcTemplate.class).execute("select set_config('test.transaction', 'yes', true)");
    }
}
