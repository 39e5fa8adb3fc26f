<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>LogTextJob</name>
    <message>
        <source>Selection</source>
        <translation>Seçim</translation>
    </message>
    <message>
        <source>It is too large for the clipboard.</source>
        <translation>Pano için fazla büyük.</translation>
    </message>
    <message>
        <source>Save the log to a file instead.</source>
        <translation>Bunun yerine logu bir dosyaya kaydedin.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::InstancePicker</name>
    <message>
        <source>Find a container</source>
        <translation>Konteyner bul</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Konteynerler</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>An instance in a list: its name, then the word of its state</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>There are more: type to find them.</source>
        <translation>Daha fazlası var: bulmak için yazın.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::LogView</name>
    <message numerus="yes">
        <source>%n new line(s) ↓</source>
        <extracomment>Button at the bottom of a log that does not follow; leads to the end</extracomment>
        <translation>
            <numerusform>%n yeni satır ↓</numerusform>
        </translation>
    </message>
    <message>
        <source>To the end ↓</source>
        <translation>Sona git ↓</translation>
    </message>
    <message>
        <source>Follow the end of the log (F or End)</source>
        <translation>Logun sonunu izle (F ya da End)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Arrow keys scroll, with Shift they select. End follows the newest line, slash searches.</source>
        <translation>Ok tuşları kaydırır, Shift ile birlikte seçer. End en yeni satırı izler, eğik çizgi arama yapar.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::LogsPane</name>
    <message>
        <source>Not copied</source>
        <translation>Kopyalanmadı</translation>
    </message>
    <message>
        <source>The selection is too large for the clipboard. Save the log to a file instead.</source>
        <translation>Seçim pano için fazla büyük. Bunun yerine logu bir dosyaya kaydedin.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Loglar</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Logu kaydet</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 kaydediliyor</translation>
    </message>
    <message>
        <source>The log was saved to %1.</source>
        <translation>Log %1 dosyasına kaydedildi.</translation>
    </message>
    <message>
        <source>Choose a container</source>
        <translation>Konteyner seçin</translation>
    </message>
    <message>
        <source>Container: %1</source>
        <translation>Konteyner: %1</translation>
    </message>
    <message>
        <source>Choose a container first</source>
        <translation>Önce bir konteyner seçin</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <extracomment>Number of lines of a log that are kept</extracomment>
        <translation>
            <numerusform>%Ln satır</numerusform>
        </translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Eşleşen satır yok</translation>
    </message>
    <message>
        <source>Nothing was logged yet</source>
        <translation>Henüz log yazılmadı</translation>
    </message>
    <message>
        <source>No lines</source>
        <translation>Satır yok</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Aranıyor</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Eşleşme yok</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Position among the lines that match a search: &quot;3 of 120&quot;</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <extracomment>Number of lines that match a search</extracomment>
        <translation>
            <numerusform>%Ln eşleşme</numerusform>
        </translation>
    </message>
    <message>
        <source>Type what to search for first</source>
        <translation>Önce aranacak metni yazın</translation>
    </message>
    <message numerus="yes">
        <source>Paused · %Ln came since</source>
        <extracomment>%Ln lines that were on the way came after reading was paused</extracomment>
        <translation>
            <numerusform>Duraklatıldı · o zamandan beri %Ln satır</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Duraklatıldı</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Okumayı sürdür</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Yeniden bağlanılıyor</translation>
    </message>
    <message>
        <source>Stopped, exit code %1</source>
        <translation>Durdu, çıkış kodu %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Durdu</translation>
    </message>
    <message>
        <source>Removed</source>
        <extracomment>Said of a container that does not exist any more</extracomment>
        <translation>Kaldırıldı</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) dropped</source>
        <extracomment>Old lines that went because the buffer is full</extracomment>
        <translation>
            <numerusform>%Ln satır atıldı</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>İzle</translation>
    </message>
    <message>
        <source>Follow the newest line</source>
        <translation>En yeni satırı izle</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Duraklat</translation>
    </message>
    <message>
        <source>Stop reading; the sender waits</source>
        <translation>Okumayı durdur; gönderen bekler</translation>
    </message>
    <message>
        <source>Choose a container…</source>
        <translation>Konteyner seç…</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Logda bul</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Sonraki eşleşme</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Önceki eşleşme</translation>
    </message>
    <message>
        <source>Show matching lines only</source>
        <translation>Yalnızca eşleşen satırları göster</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Düzenli ifade</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Büyük/küçük harfe duyarlı</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Uzun satırları kaydır</translation>
    </message>
    <message>
        <source>Show timestamps</source>
        <translation>Zaman damgalarını göster</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tümünü seç</translation>
    </message>
    <message>
        <source>To the first line</source>
        <translation>İlk satıra git</translation>
    </message>
    <message>
        <source>To the last line</source>
        <translation>Son satıra git</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Kaydet…</translation>
    </message>
    <message>
        <source>Save the lines to a file</source>
        <translation>Satırları bir dosyaya kaydet</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Temizle</translation>
    </message>
    <message>
        <source>Forget the lines read so far</source>
        <translation>Şimdiye dek okunan satırları unut</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Daha büyük metin</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Daha küçük metin</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Olağan metin boyutu</translation>
    </message>
    <message>
        <source>No container chosen</source>
        <translation>Konteyner seçilmedi</translation>
    </message>
    <message>
        <source>Choose one to see what it logs, or open a log from the deployments.</source>
        <translation>Logunu görmek için birini seçin ya da deployment listesinden bir log açın.</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>placeholder of the field that searches a log</extracomment>
        <translation>Ara</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Logda ara</translation>
    </message>
    <message>
        <source>Search the log (/); Enter finds the next match</source>
        <translation>Logda ara (/); Enter sonraki eşleşmeyi bulur</translation>
    </message>
    <message>
        <source>Choose a container (%1)</source>
        <translation>Konteyner seçin (%1)</translation>
    </message>
</context>
</TS>
