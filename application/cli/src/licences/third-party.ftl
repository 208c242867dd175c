# Third-party software

What the program runs with, made by `tools/licences` from the descriptors of the libraries; a test of the build fails when one is missing here.
Plumbline itself is under [Apache-2.0](../LICENSE).

| library | version | licence | home |
|---|---|---|---|
<#list dependencyMap?sort_by(["key", "artifactId"]) as e>
<#assign p = e.getKey()/>
| ${p.groupId}:${p.artifactId} | ${p.version} | ${e.getValue()?join(" or ")} | ${p.url!""} |
</#list>
