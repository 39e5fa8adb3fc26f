<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>LogMatcher</name>
    <message>
        <source>Search</source>
        <translation>Arama</translation>
    </message>
    <message>
        <source>Correct the expression, or search for plain text.</source>
        <translation>İfadeyi düzeltin ya da düz metin olarak arayın.</translation>
    </message>
</context>
</TS>
