<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>kaptan::ui::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Önem</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>What an event is about: container, image, network …</extracomment>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Action</source>
        <extracomment>What happened, the engine&apos;s own word</extracomment>
        <translation>Eylem</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Nesne</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
    <message>
        <source>Cluster</source>
        <extracomment>column: the connection that it is of, where several are shown together</extracomment>
        <translation>Küme</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::EventsPane</name>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Number of rows shown out of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Duraklatıldı</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln yeni</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the new events</source>
        <translation>Yeni olayları göster</translation>
    </message>
    <message>
        <source>Choose an event first</source>
        <translation>Önce bir olay seçin</translation>
    </message>
    <message>
        <source>This event belongs to no deployment</source>
        <translation>Bu olay bir deployment&apos;a ait değil</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Eylem</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Nesne</translation>
    </message>
    <message>
        <source>Id</source>
        <extracomment>Identity of an object, a long hexadecimal number</extracomment>
        <translation>Kimlik</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Uyarılar ve hatalar</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Hatalar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Sürdür</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Duraklat</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
    <message>
        <source>Go to deployment</source>
        <translation>Deployment&apos;a git</translation>
    </message>
    <message>
        <source>Copy the event</source>
        <translation>Olayı kopyala</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>Olayları süz</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Henüz bir olay yok</translation>
    </message>
    <message>
        <source>Starts, stops, health changes and other events appear here as they happen.</source>
        <translation>Başlatmalar, durdurmalar, sağlık değişimleri ve diğer olaylar oldukça burada görünür.</translation>
    </message>
    <message>
        <source>Severity: all</source>
        <translation>Önem: tümü</translation>
    </message>
    <message>
        <source>Severity: warnings and errors</source>
        <translation>Önem: uyarılar ve hatalar</translation>
    </message>
    <message>
        <source>Severity: errors</source>
        <translation>Önem: hatalar</translation>
    </message>
    <message>
        <source>Kind: all</source>
        <translation>Tür: tümü</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Tür: %1</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Cluster</source>
        <extracomment>the connection that it is of, where several are shown together</extracomment>
        <translation>Küme</translation>
    </message>
</context>
</TS>
