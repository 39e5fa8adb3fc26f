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
    <message>
        <source>Count</source>
        <extracomment>column: how often an event happened</extracomment>
        <translation>Sayı</translation>
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
    <message>
        <source>Not connected: kept events</source>
        <extracomment>there is no connection; what is shown was kept in the history</extracomment>
        <translation>Bağlantı yok: saklanan olaylar</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>İlk kez</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>who told of an event: a part of the cluster, the engine, Kaptan</extracomment>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Action: all</source>
        <extracomment>%1 what happened, a word of the cluster&apos;s or the engine&apos;s: &quot;BackOff&quot;</extracomment>
        <translation>Eylem: tümü</translation>
    </message>
    <message>
        <source>Action: %1</source>
        <translation>Eylem: %1</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::TimeLine</name>
    <message>
        <source>Events over time</source>
        <translation>Zamana göre olaylar</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) from %1 to %2</source>
        <translation>
            <numerusform>%1 – %2 arasında %n olay</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Hiçbir şey</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n hata</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n uyarı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n normal one(s)</source>
        <extracomment>events that tell of nothing wrong</extracomment>
        <translation>
            <numerusform>%n olağan</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag to choose a time, double-click for all of it.</source>
        <translation>Bir zaman seçmek için sürükleyin, tümü için çift tıklayın.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::TimeRange</name>
    <message>
        <source>All times</source>
        <extracomment>a time range without bounds</extracomment>
        <translation>Tüm zamanlar</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Son bir saat</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Son 24 saat</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Son 7 gün</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Son 30 gün</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zaman: %1</translation>
    </message>
    <message>
        <source>From … to …</source>
        <extracomment>opens a question for two moments</extracomment>
        <translation>Şu zamandan … şuna …</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Zaman seçin</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bitiş</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
</TS>
