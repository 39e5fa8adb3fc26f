<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>JsonAnswer</name>
    <message>
        <source>the answer is empty</source>
        <translation>yanıt boş</translation>
    </message>
    <message>
        <source>the answer is a web page; another service listens there</source>
        <translation>yanıt bir web sayfası; orada başka bir hizmet dinliyor</translation>
    </message>
    <message>
        <source>the answer is not JSON; another service may listen there</source>
        <translation>yanıt JSON değil; orada başka bir hizmet dinliyor olabilir</translation>
    </message>
    <message>
        <source>the JSON is broken or incomplete (%1)</source>
        <extracomment>%1 is the parser&apos;s own words, in English</extracomment>
        <translation>JSON bozuk ya da eksik (%1)</translation>
    </message>
    <message>
        <source>the answer is of another kind; another service may listen there</source>
        <translation>yanıt başka türden; orada başka bir hizmet dinliyor olabilir</translation>
    </message>
</context>
</TS>
