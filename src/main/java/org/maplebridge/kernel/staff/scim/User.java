package org.maplebridge.kernel.staff.scim;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A member of staff as SCIM shows them.
///
/// @param active whether they can sign in
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record User(
        List<String> schemas,
        UUID id,
        Optional<String> externalId,
        String userName,
        String displayName,
        Name name,
        boolean active,
        Meta meta,
        @JsonProperty(Scim.ENTERPRISE) Enterprise enterprise,
        @JsonProperty(Scim.POSTS) Own own) {

    record Name(String formatted) {}

    /// The unit they belong to.
    record Enterprise(String organization) {}

    /// What they may do comes from their posts.
    record Own(List<Held> posts) {}

    /// A post until further notice.
    ///
    /// @param value   its id
    /// @param display its title
    record Held(UUID value, String display) {}

    /// @param created      when they came, if that was written down
    /// @param lastModified when anything about them was changed last
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Meta(
            String resourceType,
            Optional<OffsetDateTime> created,
            Optional<OffsetDateTime> lastModified,
            String location) {}
}
