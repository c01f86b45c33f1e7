package org.seccatalogue.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void aClientHasNoMoreThanItsShareAndAllHaveNoMoreThanThereIs() {
    Shares shares = new Shares(3, 2);
    assertThat(shares.take("a")).isEqualTo(Shares.Room.THERE_IS);
    assertThat(shares.take("a")).isEqualTo(Shares.Room.THERE_IS);
    assertThat(shares.take("a")).isEqualTo(Shares.Room.CLIENT_FULL);
    assertThat(shares.take("b")).isEqualTo(Shares.Room.THERE_IS);
    assertThat(shares.take("c")).isEqualTo(Shares.Room.FULL);
    shares.giveBack("a");
    assertThat(shares.taken()).isEqualTo(2);
    assertThat(shares.take("c")).isEqualTo(Shares.Room.THERE_IS);
    assertThat(shares.take("a")).isEqualTo(Shares.Room.FULL);
  }
}
