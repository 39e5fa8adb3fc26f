<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>kaptan::ui::ReportsPane</name>
    <message>
        <source>Reports</source>
        <translation>Raporlar</translation>
    </message>
    <message>
        <source>All workloads</source>
        <translation>Tüm iş yükleri</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n sayfa</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is being made.</source>
        <translation>Rapor hazırlanıyor.</translation>
    </message>
    <message>
        <source>There is no report yet: nothing was recorded.</source>
        <translation>Henüz rapor yok: hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>Save the report as PDF</source>
        <translation>Raporu PDF olarak kaydet</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <extracomment>a kind of files in a file dialog</extracomment>
        <translation>PDF dosyaları (*.pdf)</translation>
    </message>
    <message>
        <source>Save the tables into a folder</source>
        <translation>Tabloları bir klasöre kaydet</translation>
    </message>
    <message>
        <source>The report was saved as %1</source>
        <translation>Rapor %1 olarak kaydedildi</translation>
    </message>
    <message>
        <source>Save the tables as CSV</source>
        <translation>Tabloları CSV olarak kaydet</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) were saved into %1</source>
        <extracomment>%n files, %1 a folder</extracomment>
        <translation>
            <numerusform>%n tablo %1 içine kaydedildi</numerusform>
        </translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>Yeniden hazırla</translation>
    </message>
    <message>
        <source>Save tables (CSV) …</source>
        <translation>Tabloları kaydet (CSV) …</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>PDF olarak kaydet …</translation>
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
        <source>This month</source>
        <translation>Bu ay</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Geçen ay</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Şu zamandan … şuna …</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>İş yükü</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
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
        <source>Pages of the report</source>
        <translation>Raporun sayfaları</translation>
    </message>
    <message>
        <source>Nothing was recorded yet</source>
        <translation>Henüz hiçbir şey kaydedilmedi</translation>
    </message>
    <message>
        <source>Connect to an engine or a cluster: what it does is recorded while Kaptan runs, and a report can be made of it.</source>
        <translation>Bir motora ya da kümeye bağlanın: Kaptan çalıştığı sürece olanlar kaydedilir ve bunlardan rapor hazırlanabilir.</translation>
    </message>
</context>
</TS>
