<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Format</name>
    <message>
        <source>Failing</source>
        <extracomment>state of a deployment: none of it works</extracomment>
        <translation>Çalışmıyor</translation>
    </message>
    <message>
        <source>Degraded</source>
        <extracomment>state of a deployment: part of it works</extracomment>
        <translation>Kısmen çalışıyor</translation>
    </message>
    <message>
        <source>Under way</source>
        <extracomment>state of a deployment: it is being started, scaled or changed</extracomment>
        <translation>Sürüyor</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Çalışıyor</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Duraklatıldı</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Durdu</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>state of a deployment: it ended as it should</extracomment>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Bilinmiyor</translation>
    </message>
    <message>
        <source>Missing</source>
        <extracomment>state of a container: it ought to be there and is not</extracomment>
        <translation>Eksik</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Oluşturuldu</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Yeniden başlıyor</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Durduruluyor</translation>
    </message>
    <message>
        <source>Exited</source>
        <extracomment>state of a container: its process ended</extracomment>
        <translation>Sonlandı</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Ölü</translation>
    </message>
    <message>
        <source>No check</source>
        <translation>Denetim yok</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>health of a container: its checks have not passed yet</extracomment>
        <translation>Başlıyor</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Sağlıklı</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Sağlıksız</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Uyarı</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Hata</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>severity of an event: nothing special</extracomment>
        <translation>Olağan</translation>
    </message>
    <message>
        <source>Exited %1</source>
        <extracomment>a container&apos;s process ended with this exit code</extracomment>
        <translation>Sonlandı: %1</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <extracomment>the kernel ended a container&apos;s process because it ran out of memory</extracomment>
        <translation>Bellek yetmedi</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Compose service</source>
        <translation>Compose servisi</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Konteyner</translation>
    </message>
    <message>
        <source>StatefulSet</source>
        <translation>StatefulSet</translation>
    </message>
    <message>
        <source>DaemonSet</source>
        <translation>DaemonSet</translation>
    </message>
    <message>
        <source>ReplicaSet</source>
        <translation>ReplicaSet</translation>
    </message>
    <message>
        <source>Job</source>
        <extracomment>a kind of Kubernetes, as are the words around it: what runs to its end</extracomment>
        <translation>Job</translation>
    </message>
    <message>
        <source>CronJob</source>
        <translation>CronJob</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>now</source>
        <extracomment>an age: it happened this moment</extracomment>
        <translation>şimdi</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>an age in seconds, as short as it can be</extracomment>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>an age in minutes, as short as it can be</extracomment>
        <translation>%1 dk</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>an age in hours, as short as it can be</extracomment>
        <translation>%1 sa</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>an age in days, as short as it can be</extracomment>
        <translation>%1 gün</translation>
    </message>
    <message>
        <source>%1 y</source>
        <extracomment>an age in years, as short as it can be</extracomment>
        <translation>%1 yıl</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>a duration in milliseconds</extracomment>
        <translation>%1 ms</translation>
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
</context>
<context>
    <name>kaptan::ui::ChartPanel</name>
    <message>
        <source>Kaptan&apos;s history</source>
        <extracomment>where the curves come from</extracomment>
        <translation>Kaptan&apos;ın geçmişi</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>Grafiği resim olarak kaydet</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Değerleri kaydet</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <extracomment>kinds of files in a file dialog</extracomment>
        <translation>Resimler (*.png)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV dosyaları (*.csv)</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Resmi kopyala</translation>
    </message>
    <message>
        <source>Copy the values as CSV</source>
        <translation>Değerleri CSV olarak kopyala</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Resmi kaydet…</translation>
    </message>
    <message>
        <source>Save the values as CSV…</source>
        <translation>Değerleri CSV olarak kaydet…</translation>
    </message>
    <message>
        <source>There is no history: nothing is recorded.</source>
        <translation>Geçmiş yok: hiçbir şey kaydedilmiyor.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Yükleniyor …</translation>
    </message>
    <message>
        <source>Nothing was recorded in this time. Kaptan records while the connection is shown, and always where it is marked so in the connections.</source>
        <translation>Bu sürede hiçbir şey kaydedilmedi. Kaptan, bağlantı gösterildiği sürece, bağlantılar bölmesinde işaretlenenlerde ise her zaman kaydeder.</translation>
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
        <source>30 days</source>
        <translation>30 gün</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>Zaman aralığı</translation>
    </message>
    <message>
        <source>Source of the curves</source>
        <translation>Eğrilerin kaynağı</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>a check box: the period before the one that is shown is drawn too</extracomment>
        <translation>Karşılaştır</translation>
    </message>
    <message>
        <source>Also draws the period before, of the same length</source>
        <translation>Aynı uzunluktaki önceki dönemi de çizer</translation>
    </message>
    <message>
        <source>Up to now</source>
        <extracomment>a button: the chosen span up to the present moment, after zooming</extracomment>
        <translation>Şu ana kadar</translation>
    </message>
    <message>
        <source>Copy or save the chart that was looked at last</source>
        <translation>Son bakılan grafiği kopyala veya kaydet</translation>
    </message>
    <message>
        <source>Copy or save</source>
        <translation>Kopyala veya kaydet</translation>
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
        <source>Disk used</source>
        <extracomment>bytes that lie on the disk</extracomment>
        <translation>Kullanılan disk</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikalar</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Yeniden başlatmalar</translation>
    </message>
    <message>
        <source>received</source>
        <extracomment>legend of a chart: bytes from the network</extracomment>
        <translation>alınan</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>legend of a chart: bytes to the network</extracomment>
        <translation>gönderilen</translation>
    </message>
    <message>
        <source>read</source>
        <extracomment>legend of a chart: bytes from disks</extracomment>
        <translation>okunan</translation>
    </message>
    <message>
        <source>written</source>
        <extracomment>legend of a chart: bytes to disks</extracomment>
        <translation>yazılan</translation>
    </message>
    <message>
        <source>Deployed: %1</source>
        <extracomment>beside a chart&apos;s values; %1 an image, say</extracomment>
        <translation>Dağıtıldı: %1</translation>
    </message>
    <message>
        <source>Scaled: %1</source>
        <extracomment>beside a chart&apos;s values; %1 as &quot;2 → 4&quot;</extracomment>
        <translation>Ölçeklendi: %1</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>This is production. Type %1 to go on.</source>
        <extracomment>%1 is the name of a production object</extracomment>
        <translation>Burası üretim ortamı. Sürdürmek için %1 yazın.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::CurveView</name>
    <message>
        <source>%1 before: %2</source>
        <extracomment>beside a value of a chart; %1 the curve&apos;s name, %2 the value of the period before</extracomment>
        <translation>%1 önce: %2</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>period before</source>
        <extracomment>legend of a chart: the dashed line is the period before this one</extracomment>
        <translation>önceki dönem</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DiffText</name>
    <message numerus="yes">
        <source>… %n more row(s)</source>
        <translation>
            <numerusform>… %n satır daha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n unchanged line(s)</source>
        <extracomment>lines that are the same in both texts and are not shown; Enter shows them</extracomment>
        <translation>
            <numerusform>… değişmeyen %n satır</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1, added</source>
        <extracomment>for screen readers; %1 is the number of the line</extracomment>
        <translation>Satır %1, eklendi</translation>
    </message>
    <message>
        <source>Line %1, removed</source>
        <translation>Satır %1, çıkarıldı</translation>
    </message>
    <message>
        <source>Enter shows the lines</source>
        <translation>Enter satırları gösterir</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DiffView</name>
    <message>
        <source>live</source>
        <extracomment>what is in the cluster now</extracomment>
        <translation>şimdiki</translation>
    </message>
    <message>
        <source>would be</source>
        <extracomment>what the object would be after the change</extracomment>
        <translation>olacak</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Fark yok</translation>
    </message>
    <message>
        <source>+%L1 −%L2 lines</source>
        <extracomment>lines that were added and removed: &quot;+3 −1 lines&quot;</extracomment>
        <translation>+%L1 −%L2 satır</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7, p)</source>
        <translation>Önceki değişiklik (Shift+F7, p)</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Önceki değişiklik</translation>
    </message>
    <message>
        <source>Next change (F7, n)</source>
        <translation>Sonraki değişiklik (F7, n)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Sonraki değişiklik</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Yan yana</translation>
    </message>
    <message>
        <source>Hide values</source>
        <translation>Değerleri gizle</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>Değerleri göster</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>the differences, to the clipboard</extracomment>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Farklar</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::Drawer</name>
    <message>
        <source>Close details</source>
        <translation>Ayrıntıları kapat</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>Ayrıntıları kapat (Esc)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ErrorBox</name>
    <message>
        <source>Show details</source>
        <translation>Ayrıntıları göster</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ayrıntıları gizle</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>button: puts a message away</extracomment>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Hatanın ayrıntıları</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::FaceWidget</name>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::FindBar</name>
    <message>
        <source>none</source>
        <extracomment>nothing was found in the text</extracomment>
        <translation>yok</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Metinde bul</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Önceki (Shift+Enter)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Önceki</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Sonraki (Enter)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sonraki</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Kapat (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::PaneFrame</name>
    <message>
        <source>Retry</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Bağlantı yok</translation>
    </message>
    <message>
        <source>Choose an engine to see what runs on it.</source>
        <translation>Üzerinde neyin çalıştığını görmek için bir motor seçin.</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Bağlantıları aç</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Bağlı değil</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Bağlan</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Süzgece uyan bir şey yok</translation>
    </message>
    <message>
        <source>There is something, but the filter hides it all.</source>
        <translation>Kayıt var ama süzgeç hepsini gizliyor.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Süzgeci temizle</translation>
    </message>
    <message>
        <source>Filter</source>
        <extracomment>placeholder of the field that filters a table</extracomment>
        <translation>Süz</translation>
    </message>
    <message>
        <source>Filter (/)</source>
        <translation>Süz (/)</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::SkeletonWidget</name>
    <message>
        <source>Loading</source>
        <translation>Yükleniyor</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::StaleBanner</name>
    <message>
        <source>Retry now</source>
        <translation>Şimdi dene</translation>
    </message>
    <message>
        <source>Stale since %1 (%2). Shown is what was last known.</source>
        <extracomment>%1 is a time (&quot;14:03:07&quot;), %2 the age of the data (&quot;3 min&quot;)</extracomment>
        <translation>%1 saatinden beri güncel değil (%2). Bilinen son durum gösteriliyor.</translation>
    </message>
    <message>
        <source>Some connections are not live: what they show is old or missing.</source>
        <extracomment>several connections are shown together, and some of them are not live</extracomment>
        <translation>Bazı bağlantılar canlı değil: gösterdikleri eski ya da eksik.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::YamlEditor</name>
    <message>
        <source>Line %1: %2</source>
        <extracomment>for screen readers; %1 is the number of the line, %2 what is wrong there</extracomment>
        <translation>Satır %1: %2</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
</context>
</TS>
