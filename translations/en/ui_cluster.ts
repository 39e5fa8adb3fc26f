<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Cluster</name>
    <message numerus="yes">
        <source> and %n more</source>
        <extracomment>after some names: so many more</extracomment>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KubeFacts</name>
    <message numerus="yes">
        <source>%n restart(s)</source>
        <translation>
            <numerusform>%n restart</numerusform>
            <numerusform>%n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ClusterPane</name>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>Remove %n image</numerusform>
            <numerusform>Remove %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed.</source>
        <translation>
            <numerusform>%n image removed.</numerusform>
            <numerusform>%n images removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation>
            <numerusform>Remove %n volume</numerusform>
            <numerusform>Remove %n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) with all data</source>
        <translation>
            <numerusform>%n volume with all data</numerusform>
            <numerusform>%n volumes with all data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) removed.</source>
        <translation>
            <numerusform>%n volume removed.</numerusform>
            <numerusform>%n volumes removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation>
            <numerusform>Remove %n network</numerusform>
            <numerusform>Remove %n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) removed.</source>
        <translation>
            <numerusform>%n network removed.</numerusform>
            <numerusform>%n networks removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DrainDialog</name>
    <message numerus="yes">
        <source>%n pods are in the way. Allow them above, or move them first.</source>
        <translation>
            <numerusform>%n pod is in the way. Allow it above, or move it first.</numerusform>
            <numerusform>%n pods are in the way. Allow them above, or move them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pods will be evicted.</source>
        <translation>
            <numerusform>%n pod will be evicted.</numerusform>
            <numerusform>%n pods will be evicted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::EngineOverview</name>
    <message numerus="yes">
        <source>%1 of %n core(s)</source>
        <translation>
            <numerusform>%1 of %n core</numerusform>
            <numerusform>%1 of %n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running of %n</source>
        <extracomment>so many containers run, of all there are</extracomment>
        <translation>
            <numerusform>running of %n</numerusform>
            <numerusform>running of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n marker(s) in which Kaptan keeps its deployments</source>
        <extracomment>containers that Kaptan keeps, created and never started, to remember its deployments</extracomment>
        <translation>
            <numerusform>and %n marker in which Kaptan keeps its deployments</numerusform>
            <numerusform>and %n markers in which Kaptan keeps its deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeAdminActions</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeEditActions</name>
    <message numerus="yes">
        <source>%n draft(s) of edits</source>
        <translation>
            <numerusform>%n draft of an edit</numerusform>
            <numerusform>%n drafts of edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeFace</name>
    <message numerus="yes">
        <source>Delete %n × %1</source>
        <extracomment>%1 is a kind (&quot;Secret&quot;)</extracomment>
        <translation>
            <numerusform>Delete %n × %1</numerusform>
            <numerusform>Delete %n × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n × %1</source>
        <translation>
            <numerusform>%n × %1</numerusform>
            <numerusform>%n × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n × %1 deleted.</source>
        <translation>
            <numerusform>%n × %1 deleted.</numerusform>
            <numerusform>%n × %1 deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loading: %n more to come …</source>
        <translation>
            <numerusform>Loading: %n more to come …</numerusform>
            <numerusform>Loading: %n more to come …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeOverview</name>
    <message numerus="yes">
        <source>ready of %n</source>
        <translation>
            <numerusform>ready of %n</numerusform>
            <numerusform>ready of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ready: %n check(s) pass</source>
        <translation>
            <numerusform>ready: %n check passes</numerusform>
            <numerusform>ready: %n checks pass</numerusform>
        </translation>
    </message>
</context>
</TS>
