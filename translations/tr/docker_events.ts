<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Operation</name>
    <message>
        <source>follow the events of the engine</source>
        <translation>motorun olaylarını izleme</translation>
    </message>
</context>
</TS>
