package org.maplebridge.kernel.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Talks to the identity provider of the county (OpenID Connect, authorization code with PKCE), if one is configured:
/// `maple.oidc.issuer`, `.client`, `.secret-file`, and `.address`, where browsers find this house.
///
/// What the provider says is believed only with its signature, for this client, unexpired, and with the nonce of the
/// way that was begun. The settings are read each time, so that a new secret needs no restart.
@Component
final class Oidc {

    static final String RETURN = "/api/public/sign-in/oidc/return";

    private static final int PATIENCE_MILLIS = 5_000;
    private static final long METADATA_NANOS = 3_600_000_000_000L;
    /// Keys of the provider only: what a shared secret can sign, we could sign ourselves.
    private static final Set<JWSAlgorithm> SIGNED_BY = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Environment settings;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(OIDCProviderMetadata metadata, long at) {}

    Oidc(Environment settings) {
        this.settings = settings;
    }

    /// The provider as configured.
    ///
    /// @param title what the button on the sign-in page says
    record Provider(Issuer issuer, ClientID client, Path secretFile, URI back, String title) {}

    /// What was sent along and must come back.
    record Way(State state, Nonce nonce, CodeVerifier verifier) {

        static Way fresh() {
            return new Way(new State(), new Nonce(), new CodeVerifier());
        }
    }

    /// The provider did not vouch for anybody, or could not be asked.
    static final class Unvouched extends Exception {
        private static final long serialVersionUID = 1L;

        Unvouched(String why) {
            super(why);
        }

        Unvouched(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    Optional<Provider> provider() {
        return setting("issuer")
                .map(issuer -> new Provider(
                        new Issuer(issuer),
                        new ClientID(settings.getRequiredProperty("maple.oidc.client")),
                        Path.of(settings.getRequiredProperty("maple.oidc.secret-file")),
                        URI.create(settings.getRequiredProperty("maple.oidc.address") + RETURN),
                        setting("title").orElse("统一身份认证")));
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(settings.getProperty("maple.oidc." + name)).filter(value -> !value.isBlank());
    }

    /// Where the browser is to go.
    URI leaving(Provider provider, Way way) throws Unvouched {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new com.nimbusds.oauth2.sdk.Scope("openid"),
                        provider.client(),
                        provider.back())
                .endpointURI(metadata(provider).getAuthorizationEndpointURI())
                .state(way.state())
                .nonce(way.nonce())
                .codeChallenge(way.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Whom the provider vouches for.
    ///
    /// @param query with what the browser came back
    BindingStore.Voucher vouched(Provider provider, Way way, String query) throws Unvouched {
        try {
            var code = code(provider, way, query);
            var secret = new com.nimbusds.oauth2.sdk.auth.Secret(
                    Files.readString(provider.secretFile()).strip());
            var request = new TokenRequest.Builder(
                            metadata(provider).getTokenEndpointURI(),
                            new ClientSecretBasic(provider.client(), secret),
                            new AuthorizationCodeGrant(code, provider.back(), way.verifier()))
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            if (!(OIDCTokenResponseParser.parse(request.send()) instanceof OIDCTokenResponse answer)) {
                throw new Unvouched("no token for the code");
            }
            var token = answer.getOIDCTokens().getIDToken();
            if (!(token.getHeader().getAlgorithm() instanceof JWSAlgorithm by) || !SIGNED_BY.contains(by)) {
                throw new Unvouched("signed by " + token.getHeader().getAlgorithm());
            }
            var keys = metadata(provider).getJWKSetURI().toURL();
            var claims =
                    new IDTokenValidator(provider.issuer(), provider.client(), by, keys).validate(token, way.nonce());
            return new BindingStore.Voucher(
                    Means.OIDC,
                    provider.issuer().getValue(),
                    claims.getSubject().getValue());
        } catch (GeneralException | IOException | BadJOSEException | JOSEException unproven) {
            throw new Unvouched(unproven);
        }
    }

    private static com.nimbusds.oauth2.sdk.AuthorizationCode code(Provider provider, Way way, String query)
            throws GeneralException, Unvouched {
        var response = AuthenticationResponseParser.parse(URI.create(provider.back() + "?" + query));
        if (!way.state().equals(response.getState())) {
            throw new Unvouched("another state");
        }
        // RFC 9207: who sent the browser back, where the provider says so
        if (response.getIssuer() != null && !response.getIssuer().equals(provider.issuer())) {
            throw new Unvouched("sent back by " + response.getIssuer());
        }
        if (!response.indicatesSuccess()) {
            throw new Unvouched("refused: " + response.toErrorResponse().getErrorObject());
        }
        return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
                .orElseThrow(() -> new Unvouched("no code"));
    }

    private OIDCProviderMetadata metadata(Provider provider) throws Unvouched {
        var issuer = provider.issuer().getValue();
        var held = known.get(issuer);
        if (held != null && System.nanoTime() - held.at() < METADATA_NANOS) {
            return held.metadata();
        }
        try {
            // refuses what names another issuer
            var read = OIDCProviderMetadata.resolve(provider.issuer(), PATIENCE_MILLIS, PATIENCE_MILLIS);
            known.put(issuer, new Known(read, System.nanoTime()));
            return read;
        } catch (GeneralException | IOException away) {
            throw new Unvouched(away);
        }
    }
}
