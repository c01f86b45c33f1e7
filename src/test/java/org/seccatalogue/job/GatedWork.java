package org.seccatalogue.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/// Work for tests: it writes a row, says so, and waits at a gate before it ends as it was told to.
@ApplicationScoped
class GatedWork implements JobWork {

  static final String KIND = "gated";

  private final DataSource source;
  private final Map<Long, Gate> gates = new ConcurrentHashMap<>();
  private final List<Long> abandoned = new CopyOnWriteArrayList<>();

  GatedWork(DataSource source) {
    this.source = source;
  }

  /// Where the work for one subject is, and what it does when the gate opens.
  record Gate(CountDownLatch reached, CountDownLatch open, Runnable end) {
    static Gate endingWith(Runnable end) {
      return new Gate(new CountDownLatch(1), new CountDownLatch(1), end);
    }
  }

  void put(long subject, Gate gate) {
    gates.put(subject, gate);
  }

  List<Long> abandoned() {
    return abandoned;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, Progress progress) {
    Gate gate = gates.get(job.subject());
    if (gate == null) {
      throw new IllegalStateException("no gate");
    }
    write(job.subject());
    progress.at("Halfway", 5, 10);
    gate.reached().countDown();
    try {
      gate.open().await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    progress.at("After the gate", 10, 10);
    gate.end().run();
  }

  private void write(long subject) {
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into key_counter (prefix, last) values (?, 1)")) {
      insert.setString(1, "gate-" + subject);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void abandon(Job job) {
    abandoned.add(job.subject());
  }
}
