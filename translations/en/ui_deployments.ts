<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>DeployForm</name>
    <message numerus="yes">
        <source>The name has %n characters</source>
        <translation>
            <numerusform>The name has %n character</numerusform>
            <numerusform>The name has %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deployments</name>
    <message numerus="yes">
        <source>Delete %n deployments?</source>
        <translation>
            <numerusform>Delete %n deployment?</numerusform>
            <numerusform>Delete %n deployments?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anonymous volumes, with their data</source>
        <translation>
            <numerusform>%n anonymous volume, with its data</numerusform>
            <numerusform>%n anonymous volumes, with their data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n containers</source>
        <translation>
            <numerusform>Delete %n container</numerusform>
            <numerusform>Delete %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n deployments?</source>
        <translation>
            <numerusform>Stop %n deployment?</numerusform>
            <numerusform>Stop %n deployments?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n deployments?</source>
        <translation>
            <numerusform>Restart %n deployment?</numerusform>
            <numerusform>Restart %n deployments?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n replicas are ready.</source>
        <translation>
            <numerusform>The only replica is ready.</numerusform>
            <numerusform>All %n replicas are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replicas are ready.</source>
        <translation>
            <numerusform>%1 of %n replica is ready.</numerusform>
            <numerusform>%1 of %n replicas are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replicas are missing.</source>
        <translation>
            <numerusform>%n replica is missing.</numerusform>
            <numerusform>%n replicas are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n pod</numerusform>
            <numerusform>%n pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n pods</source>
        <extracomment>a button: deletes what was listed</extracomment>
        <translation>
            <numerusform>Delete %n pod</numerusform>
            <numerusform>Delete %n pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replicas</source>
        <translation>
            <numerusform>%n replica</numerusform>
            <numerusform>%n replicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n replicas</source>
        <translation>
            <numerusform>Remove %n replica</numerusform>
            <numerusform>Remove %n replicas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeployForm</name>
    <message numerus="yes">
        <source>%n replicas cannot share the host port %1</source>
        <translation>
            <numerusform>%n replica cannot share the host port %1</numerusform>
            <numerusform>%n replicas cannot share the host port %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave the host port out (%1), or give a range of %n ports.</source>
        <translation>
            <numerusform>Leave the host port out (%1), or give a range of %n port.</numerusform>
            <numerusform>Leave the host port out (%1), or give a range of %n ports.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeploymentsPane</name>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n degraded</numerusform>
            <numerusform>%n degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <extracomment>deployments that are being changed or are starting</extracomment>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ReplicaModel</name>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n restart</numerusform>
            <numerusform>%n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ScaleDialog</name>
    <message numerus="yes">
        <source>%n replicas are added.</source>
        <translation>
            <numerusform>%n replica is added.</numerusform>
            <numerusform>%n replicas are added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replicas are removed, the newest first.</source>
        <translation>
            <numerusform>%n replica is removed, the newest.</numerusform>
            <numerusform>%n replicas are removed, the newest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replicas now. Choose another number.</source>
        <translation>
            <numerusform>%n replica now. Choose another number.</numerusform>
            <numerusform>%n replicas now. Choose another number.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::SummaryTab</name>
    <message numerus="yes">
        <source>%n replicas are missing</source>
        <translation>
            <numerusform>%n replica is missing</numerusform>
            <numerusform>%n replicas are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::WorkloadActions</name>
    <message numerus="yes">
        <source>Scale %1 to %n replicas</source>
        <translation>
            <numerusform>Scale %1 to %n replica</numerusform>
            <numerusform>Scale %1 to %n replicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n replicas</source>
        <translation>
            <numerusform>%1 has %n replica</numerusform>
            <numerusform>%1 has %n replicas</numerusform>
        </translation>
    </message>
</context>
</TS>
