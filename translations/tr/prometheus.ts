<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Prometheus</name>
    <message>
        <source>Prometheus at %1</source>
        <extracomment>%1 is a host and its port</extracomment>
        <translation>Prometheus: %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Write it as “http://monitoring.example:9090”.</source>
        <translation>“http://monitoring.example:9090” biçiminde yazın.</translation>
    </message>
    <message>
        <source>this is no address of a web server</source>
        <translation>bu bir web sunucusu adresi değil</translation>
    </message>
    <message>
        <source>it holds a user or a password, which would be kept in the open</source>
        <translation>içinde kullanıcı adı veya parola var; bunlar açıkta saklanırdı</translation>
    </message>
    <message>
        <source>an address ends with its path: no “?” and no “#”</source>
        <translation>adres yoluyla biter: “?” ve “#” olamaz</translation>
    </message>
</context>
</TS>
