package org.maplebridge.kernel.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Three pools, one for each database role; the scope of the transaction chooses.
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {

    /// Behind row policies a statement takes several times longer to plan than to run.
    private static final String ONCE = "force_generic_plan";

    private static final String ANEW = "auto";

    @Bean(defaultCandidate = false)
    HikariDataSource appPool(Environment settings) {
        return pool("app", settings, settings.getProperty("maple.db.app.pool", Integer.class, 12), ONCE);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource jobPool(Environment settings) {
        return pool("job", settings, settings.getProperty("maple.db.job.pool", Integer.class, 6), ANEW);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource verifierPool(Environment settings) {
        return pool("verifier", settings, 2, ANEW);
    }

    private static HikariDataSource pool(String role, Environment settings, int size, String plans) {
        var config = new HikariConfig();
        config.setPoolName("maple-" + role);
        config.setJdbcUrl(settings.getRequiredProperty("maple.db.url"));
        config.setUsername(settings.getRequiredProperty("maple.db." + role + ".user"));
        config.setPassword(settings.getRequiredProperty("maple.db." + role + ".password"));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setAutoCommit(false);
        config.setConnectionTimeout(settings.getProperty("maple.db.wait-millis", Long.class, 10_000L));
        config.setInitializationFailTimeout(-1);
        // said, not found out: a pool whose very first connection breaks while it is asked keeps "-1" for good
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("preparedStatementCacheQueries", "512");
        config.addDataSourceProperty("ApplicationName", "maplebridge-" + role);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("options", "-c plan_cache_mode=" + plans);
        // the detail of an error repeats the row: names and words of a dispute would get into the log
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier("appPool") HikariDataSource app,
            @Qualifier("jobPool") HikariDataSource job,
            @Qualifier("verifierPool") HikariDataSource verifier) {
        var routing = new ByScope();
        routing.setTargetDataSources(Map.of(Scope.Role.APP, app, Scope.Role.JOB, job, Scope.Role.VERIFIER, verifier));
        routing.setLenientFallback(false);
        return routing;
    }

    @Bean
    JdbcClient db(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    ScopedTransactions transactionManager(DataSource dataSource) {
        return new ScopedTransactions(dataSource);
    }

    @Bean
    Transactions transactions(ScopedTransactions manager) {
        var snapshots = new TransactionTemplate(manager);
        snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshots.setReadOnly(true);
        return new Transactions(new TransactionTemplate(manager), snapshots);
    }

    /// Fails closed: a statement outside [Transactions] finds no pool.
    private static final class ByScope extends AbstractRoutingDataSource {
        @Override
        protected Object determineCurrentLookupKey() {
            if (!ScopeCall.CURRENT.isBound()) {
                throw new IllegalStateException("a statement without a scope");
            }
            return ScopeCall.CURRENT.get().scope().role();
        }
    }

    static final class ScopedTransactions extends JdbcTransactionManager {
        ScopedTransactions(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            ScopeCall.CURRENT.get().enter(connection);
        }
    }
}
