<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Report</name>
    <message>
        <source>Deployments</source>
        <translation>Dağıtımlar</translation>
    </message>
    <message>
        <source>%1 succeeded, %2 failed</source>
        <translation>%1 başarılı, %2 başarısız</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Başarı oranı</translation>
    </message>
    <message numerus="yes">
        <source>of %n that ended</source>
        <extracomment>below the success rate of deployments: those that ended</extracomment>
        <translation>
            <numerusform>tamamlanan %n dağıtım içinde</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean time to deploy</source>
        <translation>Ortalama dağıtım süresi</translation>
    </message>
    <message>
        <source>95th percentile to deploy</source>
        <translation>Dağıtım süresi (95. yüzdelik)</translation>
    </message>
    <message>
        <source>Scalings per day</source>
        <translation>Günlük ölçekleme</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <extracomment>below the number of scalings per day: how many there were in the whole time</extracomment>
        <translation>toplam %1</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Erişilebilirlik</translation>
    </message>
    <message numerus="yes">
        <source>%n health check(s)</source>
        <translation>
            <numerusform>%n sağlık denetimi</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean response time</source>
        <translation>Ortalama yanıt süresi</translation>
    </message>
    <message>
        <source>95th percentile response</source>
        <translation>Yanıt süresi (95. yüzdelik)</translation>
    </message>
    <message>
        <source>Nothing was recorded in this period.</source>
        <translation>Bu dönemde hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Dönem</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>bitişi başlangıcından önce</translation>
    </message>
    <message>
        <source>Choose an end that is later than the beginning.</source>
        <translation>Başlangıçtan sonraki bir bitiş seçin.</translation>
    </message>
    <message>
        <source>Operations report</source>
        <translation>İşletim raporu</translation>
    </message>
    <message>
        <source>Resource use by workload</source>
        <translation>İş yüküne göre kaynak kullanımı</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>İş yükü</translation>
    </message>
    <message>
        <source>CPU, mean</source>
        <translation>CPU, ortalama</translation>
    </message>
    <message>
        <source>CPU, highest</source>
        <translation>CPU, en yüksek</translation>
    </message>
    <message>
        <source>Memory, mean</source>
        <translation>Bellek, ortalama</translation>
    </message>
    <message>
        <source>Memory, highest</source>
        <translation>Bellek, en yüksek</translation>
    </message>
    <message>
        <source>Received in all</source>
        <extracomment>heading of a column: bytes that came over the network</extracomment>
        <translation>Toplam alınan</translation>
    </message>
    <message>
        <source>Sent in all</source>
        <translation>Toplam gönderilen</translation>
    </message>
    <message>
        <source>Read in all</source>
        <extracomment>heading of a column: bytes read from disks</extracomment>
        <translation>Toplam okunan</translation>
    </message>
    <message>
        <source>Written in all</source>
        <translation>Toplam yazılan</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU: the workloads that use most</source>
        <translation>CPU: en çok kullanan iş yükleri</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>Memory: the workloads that use most</source>
        <translation>Bellek: en çok kullanan iş yükleri</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>Network: all workloads together</source>
        <translation>Ağ: tüm iş yükleri birlikte</translation>
    </message>
    <message>
        <source>received</source>
        <extracomment>legend of a chart: from the network</extracomment>
        <translation>alınan</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gönderilen</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Disk: all workloads together</source>
        <translation>Disk: tüm iş yükleri birlikte</translation>
    </message>
    <message>
        <source>read</source>
        <extracomment>legend of a chart: from disks</extracomment>
        <translation>okunan</translation>
    </message>
    <message>
        <source>written</source>
        <translation>yazılan</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikalar</translation>
    </message>
    <message>
        <source>Replicas: the workloads that changed most</source>
        <translation>Replikalar: en çok değişen iş yükleri</translation>
    </message>
    <message>
        <source>Under way</source>
        <extracomment>outcome of a deployment that has not ended</extracomment>
        <translation>Sürüyor</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <extracomment>outcome of a deployment</extracomment>
        <translation>Başarılı</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>outcome of a deployment</extracomment>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Aborted</source>
        <extracomment>outcome of a deployment: somebody ended it early</extracomment>
        <translation>Yarıda kesildi</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <extracomment>outcome of a deployment: the revision before it was brought back</extracomment>
        <translation>Geri alındı</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Hata</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Uyarı</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>severity of an event: nothing special</extracomment>
        <translation>Olağan</translation>
    </message>
    <message>
        <source>Only the newest %1 were looked at.</source>
        <translation>Yalnızca en yeni %1 kayda bakıldı.</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>heading of a column: the number that stands in the charts too</extracomment>
        <translation>No</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>heading of a column: what was deployed</extracomment>
        <translation>Ne</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>heading of a column: who did it</extracomment>
        <translation>Yapan</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
    <message>
        <source>deployment, by its number</source>
        <extracomment>legend of a chart; the numbers are those of the table of deployments</extracomment>
        <translation>dağıtım (numarasıyla)</translation>
    </message>
    <message>
        <source>failed deployment</source>
        <extracomment>legend of a chart: a deployment that failed</extracomment>
        <translation>başarısız dağıtım</translation>
    </message>
    <message>
        <source>Scalings</source>
        <translation>Ölçeklemeler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>heading of a column: replicas before</extracomment>
        <translation>Önce</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>heading of a column: replicas after</extracomment>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>scaling</source>
        <extracomment>legend of a chart: a change of the number of replicas</extracomment>
        <translation>ölçekleme</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Önem</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Sayı</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Nesne</translation>
    </message>
    <message>
        <source>Last</source>
        <extracomment>heading of a column: when it happened last</extracomment>
        <translation>Son</translation>
    </message>
    <message>
        <source>Latest message</source>
        <extracomment>heading of a column: the newest message of events that are alike</extracomment>
        <translation>Son ileti</translation>
    </message>
    <message>
        <source>s</source>
        <extracomment>unit in the heading of a column: seconds</extracomment>
        <translation>sn</translation>
    </message>
    <message>
        <source>cores</source>
        <extracomment>unit in the heading of a column: of CPU</extracomment>
        <translation>çekirdek</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bayt</translation>
    </message>
    <message>
        <source>bytes/s</source>
        <translation>bayt/sn</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Temel göstergeler</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Gösterge</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Birim</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Seri</translation>
    </message>
    <message>
        <source>Lowest</source>
        <extracomment>the smallest value of a span of time</extracomment>
        <translation>En düşük</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Ortalama</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>En yüksek</translation>
    </message>
    <message>
        <source>Made %1</source>
        <extracomment>the moment at which a report was made</extracomment>
        <translation>Hazırlanma: %1</translation>
    </message>
    <message>
        <source>Resource use over time</source>
        <translation>Zaman içinde kaynak kullanımı</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows are here; the table’s own file has all of them.</source>
        <translation>Burada %2 satırın ilk %1 tanesi var; tamamı tablonun kendi dosyasında.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>at the foot of a page; %1 is its number, %2 how many there are</extracomment>
        <translation>Sayfa %1 / %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>a duration in milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>a duration in seconds</extracomment>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>a duration: minutes and seconds</extracomment>
        <translation>%1 dk %2 sn</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>a duration: hours and minutes</extracomment>
        <translation>%1 sa %2 dk</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>a duration: days and hours</extracomment>
        <translation>%1 gün %2 sa</translation>
    </message>
</context>
</TS>
