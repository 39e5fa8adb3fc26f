<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>History</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>klasör oluşturulamıyor</translation>
    </message>
    <message>
        <source>it is damaged and cannot be renamed</source>
        <translation>bozuk ve yeniden adlandırılamıyor</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>başka bir programın veritabanı</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>bozuk</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>there is none with the number %1</source>
        <translation>%1 numaralı bir kayıt yok</translation>
    </message>
    <message>
        <source>it was written by a newer Kaptan</source>
        <translation>daha yeni bir Kaptan tarafından yazılmış</translation>
    </message>
    <message>
        <source>observed</source>
        <extracomment>why a workload was scaled: nobody did it through Kaptan, which only saw it</extracomment>
        <translation>gözlendi</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>bağlantı koptu</translation>
    </message>
    <message>
        <source>replaced by another</source>
        <extracomment>a deployment that was not finished when the next one began</extracomment>
        <translation>yerini başka bir dağıtım aldı</translation>
    </message>
    <message>
        <source>it was removed</source>
        <extracomment>a workload, before its deployment was finished</extracomment>
        <translation>kaldırıldı</translation>
    </message>
</context>
</TS>
