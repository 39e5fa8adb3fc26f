<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>KubeChange</name>
    <message>
        <source>What it needs is made by the same run; the server has not checked it.</source>
        <translation>İhtiyaç duyduğu şey aynı çalıştırmada oluşturulacak; sunucu bunu denetlemedi.</translation>
    </message>
    <message>
        <source>the cluster does not know the kind %1 of %2</source>
        <translation>küme, %2 içindeki %1 türünü tanımıyor</translation>
    </message>
    <message>
        <source>Install what defines it, or use a version that the cluster has.</source>
        <translation>Bu türü tanımlayan bileşeni kurun ya da kümede bulunan bir sürümünü kullanın.</translation>
    </message>
    <message>
        <source>metadata.name</source>
        <translation>metadata.name</translation>
    </message>
    <message>
        <source>“%1” is another object than “%2”</source>
        <translation>“%1”, “%2” ile aynı nesne değil</translation>
    </message>
    <message>
        <source>Keep the name, or make a new object with the other one.</source>
        <translation>Adı değiştirmeyin ya da diğer adla yeni bir nesne oluşturun.</translation>
    </message>
    <message>
        <source>object</source>
        <translation>nesne</translation>
    </message>
</context>
<context>
    <name>KubeDrafts</name>
    <message>
        <source>this is no name of a draft</source>
        <translation>bu bir taslak adı değil</translation>
    </message>
    <message>
        <source>this is no journal of an apply</source>
        <translation>bu bir uygulama günlüğü değil</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>klasör oluşturulamıyor</translation>
    </message>
    <message>
        <source>others may read it, and that cannot be changed</source>
        <translation>başkaları okuyabiliyor ve bu değiştirilemiyor</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>dosya çok büyük</translation>
    </message>
</context>
</TS>
