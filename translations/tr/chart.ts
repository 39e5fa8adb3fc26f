<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Chart</name>
    <message>
        <source>No data</source>
        <translation>Veri yok</translation>
    </message>
</context>
</TS>
