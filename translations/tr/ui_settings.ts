<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>kaptan::ui::SettingsPane</name>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Varsayılanlara dön</translation>
    </message>
    <message>
        <source>Sets everything on this page as it was at first; connections stay.</source>
        <translation>Bu sayfadaki her şeyi ilk hâline getirir; bağlantılar kalır.</translation>
    </message>
</context>
</TS>
