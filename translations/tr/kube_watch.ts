<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>ClusterAnswer</name>
    <message>
        <source>the answer is a web page</source>
        <translation>yanıt bir web sayfası</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>yanıt boş</translation>
    </message>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>the answer is no list</source>
        <translation>yanıt bir liste değil</translation>
    </message>
    <message>
        <source>watch event</source>
        <translation>izleme olayı</translation>
    </message>
    <message>
        <source>an event is longer than any object can be</source>
        <translation>bir olay, hiçbir nesnenin olamayacağı kadar uzun</translation>
    </message>
    <message>
        <source>a page of the list is larger than %1 MiB</source>
        <translation>listenin bir sayfası %1 MiB’den büyük</translation>
    </message>
    <message>
        <source>Look for objects of this kind that are very large, or look at fewer namespaces.</source>
        <translation>Bu türün çok büyük nesnelerini arayın ya da daha az namespace’e bakın.</translation>
    </message>
    <message>
        <source>it goes on with a page that was there already</source>
        <translation>daha önce gelmiş bir sayfayla sürüyor</translation>
    </message>
</context>
</TS>
