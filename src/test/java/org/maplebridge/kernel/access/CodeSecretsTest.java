package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Sealing;
import org.springframework.beans.factory.annotation.Autowired;

/// The secrets of one-time codes as they lie in the database.
@MapleTest
class CodeSecretsTest {

    @Autowired
    CodeSecrets secrets;

    private final UUID account = UUID.randomUUID();
    private final byte[] plain = Sealing.random(OneTimeCode.SECRET_BYTES);

    @Test
    void theyOpenForTheirAccountUnderTheVersionThatStandsBesideThem() {
        var sealed = secrets.seal(account, plain);
        assertThat(sealed.version()).isNotBlank();
        assertThat(secrets.open(account, sealed)).isEqualTo(plain);
        assertThat(sealed.hex()).doesNotContain(java.util.HexFormat.of().formatHex(plain));
    }

    @Test
    void movedToAnotherAccountOrVersionTheyStayShut() {
        var sealed = secrets.seal(account, plain);
        assertThatThrownBy(() -> secrets.open(UUID.randomUUID(), sealed)).isInstanceOf(Sealing.Broken.class);
        var other = new CodeSecrets.Sealed(sealed.hex(), "00000000");
        assertThatThrownBy(() -> secrets.open(account, other)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void neitherSecretNorRecoveryCodeTellsItselfInALog() {
        var codes = RecoveryCodes.fresh();
        assertThat(codes.shown())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("(\\w{4}-){3}\\w{4}"));
        assertThat(codes.toString()).doesNotContain(codes.shown());
        assertThat(new CodesDesk.Recovery(codes.shown()).toString()).doesNotContain(codes.shown());
        assertThat(codes.hashes(account)).doesNotContainAnyElementsOf(codes.hashes(UUID.randomUUID()));
    }
}
