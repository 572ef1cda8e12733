package org.maplebridge.kernel.staff.scim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/// What this service can do and which attributes it knows, in the forms of RFC 7643 §5 to §7.
final class Discovery {

    private static final String READ_WRITE = "readWrite";

    private Discovery() {}

    record Can(boolean supported) {}

    record CanFilter(boolean supported, int maxResults) {}

    record CanBulk(boolean supported, int maxOperations, int maxPayloadSize) {}

    record Authentication(String type, String name, String description, boolean primary) {}

    record About(String resourceType, String location) {}

    record Provider(
            List<String> schemas,
            Can patch,
            CanBulk bulk,
            CanFilter filter,
            Can changePassword,
            Can sort,
            Can etag,
            List<Authentication> authenticationSchemes,
            About meta) {}

    record Extension(String schema, boolean required) {}

    record ResourceType(
            List<String> schemas,
            String id,
            String name,
            String endpoint,
            String description,
            String schema,
            List<Extension> schemaExtensions,
            About meta) {}

    record Schema(
            List<String> schemas, String id, String name, String description, List<Attribute> attributes, About meta) {}

    /// @param subAttributes of a complex one
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Attribute(
            String name,
            String type,
            boolean multiValued,
            String description,
            boolean required,
            boolean caseExact,
            String mutability,
            String returned,
            String uniqueness,
            Optional<List<Attribute>> subAttributes) {

        Attribute required(String unique) {
            return new Attribute(
                    name, type, multiValued, description, true, caseExact, mutability, returned, unique, subAttributes);
        }

        Attribute exact(String unique) {
            return new Attribute(
                    name, type, multiValued, description, required, true, mutability, returned, unique, subAttributes);
        }
    }

    private static Attribute text(String name, String description, String mutability) {
        return new Attribute(
                name, "string", false, description, false, false, mutability, returned(mutability), "none", none());
    }

    private static String returned(String mutability) {
        return mutability.equals("writeOnly") ? "never" : "default";
    }

    private static Optional<List<Attribute>> none() {
        return Optional.empty();
    }

    private static Attribute complex(String name, String description, boolean several, List<Attribute> parts) {
        return new Attribute(
                name, "complex", several, description, false, false, READ_WRITE, "default", "none", Optional.of(parts));
    }

    static Provider provider() {
        return new Provider(
                List.of(Scim.PROVIDER),
                new Can(true),
                new CanBulk(false, 0, 0),
                new CanFilter(true, ListResponse.MOST),
                new Can(false),
                new Can(false),
                new Can(false),
                List.of(new Authentication("oauthbearertoken", "Bearer 令牌", "机构管理员在“账号与安全”里建的、写明用于 scim 的程序令牌", true)),
                new About("ServiceProviderConfig", Scim.PATH + "/ServiceProviderConfig"));
    }

    static ResourceType user() {
        return new ResourceType(
                List.of(Scim.RESOURCE_TYPE),
                "User",
                "User",
                "/Users",
                "本单位有账号的工作人员",
                Scim.USER,
                Scim.EXTENSIONS.stream().map(each -> new Extension(each, false)).toList(),
                new About("ResourceType", Scim.PATH + "/ResourceTypes/User"));
    }

    static List<Schema> schemas() {
        return List.of(
                schema(Scim.USER, "User", "工作人员", attributes()),
                schema(
                        Scim.ENTERPRISE,
                        "EnterpriseUser",
                        "所在单位",
                        List.of(text("organization", "单位名称，写了就必须是令牌所管的单位", "immutable"))),
                schema(Scim.POSTS, "Posts", "在本单位的岗位；能办什么只看岗位", posts()));
    }

    private static List<Attribute> attributes() {
        return List.of(
                text("userName", "登录用户名：2 到 32 个小写字母、数字、点或短横，以字母开头；定了不能改", "immutable")
                        .required("server"),
                text("displayName", "姓名；也可以写在 name 里", READ_WRITE),
                complex(
                        "name",
                        "姓名，只存整个的",
                        false,
                        List.of(
                                text("formatted", "整个姓名", READ_WRITE),
                                text("familyName", "姓，须与名一起写", "writeOnly"),
                                text("givenName", "名，须与姓一起写", "writeOnly"))),
                text("externalId", "对方系统里的编号，在本单位里不重复", READ_WRITE).exact("server"),
                new Attribute(
                        "active",
                        "boolean",
                        false,
                        "改为 false 就是离岗：账号马上停用，不能再启用",
                        false,
                        false,
                        READ_WRITE,
                        "default",
                        "none",
                        none()));
    }

    private static List<Attribute> posts() {
        return List.of(
                complex(
                        "posts",
                        "岗位；去掉的马上结束，添上的从今天起",
                        true,
                        List.of(
                                text("value", "岗位编号", READ_WRITE).exact("none"),
                                text("display", "岗位名称；没有编号时凭它认", READ_WRITE).exact("none"))),
                text("handOverTo", "桌上的事交给哪个岗位，写编号或名称", "writeOnly").exact("none"));
    }

    private static Schema schema(String id, String name, String description, List<Attribute> attributes) {
        return new Schema(
                List.of(Scim.SCHEMA),
                id,
                name,
                description,
                attributes,
                new About("Schema", Scim.PATH + "/Schemas/" + id));
    }
}
