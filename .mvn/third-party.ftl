<#-- one line a jar: coordinates | licences, several separated by ; -->
<#list dependencyMap as e>
<#assign p = e.getKey()/>
<#assign licenses = e.getValue()/>
${p.groupId}:${p.artifactId}:${p.version} | <#list licenses as license>${license}<#sep>; </#sep></#list> | ${p.url!""}
</#list>
