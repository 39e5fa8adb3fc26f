<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>kaptan::ui::OverviewPane</name>
    <message>
        <source>Overview</source>
        <translation>Genel bakış</translation>
    </message>
    <message numerus="yes">
        <source>%n workload(s), %1 of %2 instances ready</source>
        <extracomment>%1 of %2 instances are ready; %n are workloads</extracomment>
        <translation>
            <numerusform>%n iş yükü, %1 / %2 örnek hazır</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikalar</translation>
    </message>
    <message>
        <source>received</source>
        <extracomment>of a network, in a legend</extracomment>
        <translation>alınan</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>of a network, in a legend</extracomment>
        <translation>gönderilen</translation>
    </message>
    <message>
        <source>read</source>
        <extracomment>from a disk, in a legend</extracomment>
        <translation>okunan</translation>
    </message>
    <message>
        <source>written</source>
        <extracomment>to a disk, in a legend</extracomment>
        <translation>yazılan</translation>
    </message>
    <message>
        <source>ready</source>
        <extracomment>replicas, in a legend</extracomment>
        <translation>hazır</translation>
    </message>
    <message>
        <source>Nothing was recorded in this time</source>
        <translation>Bu sürede hiçbir şey kaydedilmedi</translation>
    </message>
    <message>
        <source>Nothing runs here yet</source>
        <translation>Burada henüz çalışan bir şey yok</translation>
    </message>
    <message>
        <source>What is deployed is shown here: its state, what it uses, what happens to it.</source>
        <translation>Dağıtılanlar burada görünür: durumları, kullandıkları, başlarına gelenler.</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 dakika</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 saat</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 saat</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 saat</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 gün</translation>
    </message>
    <message>
        <source>The time that the curves show</source>
        <translation>Eğrilerin gösterdiği süre</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>İlgi bekleyenler</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Her şey yolunda.</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Sürenler</translation>
    </message>
    <message>
        <source>Nothing changes just now.</source>
        <translation>Şu anda değişen bir şey yok.</translation>
    </message>
    <message>
        <source>Uses most</source>
        <translation>En çok kullananlar</translation>
    </message>
    <message>
        <source>Nothing was measured in the last minutes.</source>
        <translation>Son dakikalarda ölçüm yapılmadı.</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Son olaylar</translation>
    </message>
    <message>
        <source>Nothing happened lately.</source>
        <translation>Son zamanlarda bir şey olmadı.</translation>
    </message>
    <message>
        <source>Up to now</source>
        <extracomment>a button: the curves up to the present moment again, after zooming</extracomment>
        <translation>Şu ana kadar</translation>
    </message>
</context>
</TS>
