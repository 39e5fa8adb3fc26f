<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>KubeAnswer</name>
    <message>
        <source>review of permissions</source>
        <translation>yetki incelemesi</translation>
    </message>
    <message>
        <source>list of usage</source>
        <translation>kullanım listesi</translation>
    </message>
    <message>
        <source>summary of the node</source>
        <translation>node özeti</translation>
    </message>
    <message>
        <source>version</source>
        <translation>sürüm</translation>
    </message>
    <message>
        <source>list of kinds</source>
        <translation>tür listesi</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>yanıt</translation>
    </message>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>ask which kinds the cluster has</source>
        <translation>kümedeki türleri sorma</translation>
    </message>
    <message>
        <source>connect to the cluster</source>
        <translation>kümeye bağlanma</translation>
    </message>
    <message>
        <source>read</source>
        <translation>okuma</translation>
    </message>
    <message>
        <source>list</source>
        <translation>listeleme</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>silme</translation>
    </message>
    <message>
        <source>change</source>
        <translation>değiştirme</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>ölçekleme</translation>
    </message>
    <message>
        <source>ask for the permissions on</source>
        <translation>yetkileri sorma</translation>
    </message>
    <message>
        <source>ask for the permissions in the namespace</source>
        <translation>namespace’teki yetkileri sorma</translation>
    </message>
    <message>
        <source>read the usage of</source>
        <translation>kullanımı okuma</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>uygulama</translation>
    </message>
    <message>
        <source>create</source>
        <translation>oluşturma</translation>
    </message>
</context>
</TS>
