<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>EndpointText</name>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Write unix:///run/docker.sock, tcp://host:2375 or https://host:2376.</source>
        <extracomment>The three forms are written as they are typed; do not translate them.</extracomment>
        <translation>unix:///run/docker.sock, tcp://host:2375 veya https://host:2376 yazın.</translation>
    </message>
    <message>
        <source>The address is empty.</source>
        <translation>Adres boş.</translation>
    </message>
    <message>
        <source>The address has neither a scheme nor a leading slash.</source>
        <translation>Adres ne bir şema ne de bir eğik çizgiyle başlıyor.</translation>
    </message>
    <message>
        <source>The path of a socket begins with a slash.</source>
        <translation>Soket yolu eğik çizgiyle başlar.</translation>
    </message>
    <message>
        <source>Connections over SSH are not supported yet.</source>
        <translation>SSH üzerinden bağlantı henüz desteklenmiyor.</translation>
    </message>
    <message>
        <source>The scheme &quot;%1&quot; is not known.</source>
        <translation>&quot;%1&quot; şeması bilinmiyor.</translation>
    </message>
    <message>
        <source>The address has no valid host name.</source>
        <translation>Adreste geçerli bir makine adı yok.</translation>
    </message>
    <message>
        <source>An address cannot hold a user name or a password.</source>
        <translation>Adreste kullanıcı adı veya parola bulunamaz.</translation>
    </message>
    <message>
        <source>An address cannot hold a query.</source>
        <translation>Adreste sorgu bölümü bulunamaz.</translation>
    </message>
</context>
<context>
    <name>ProxyText</name>
    <message>
        <source>A connection through the proxy %1</source>
        <extracomment>%1 is the address of a proxy</extracomment>
        <translation>%1 vekil sunucusu üzerinden bağlantı</translation>
    </message>
    <message>
        <source>proxies of the kind “%1” are not supported</source>
        <translation>“%1” türünden vekil sunucular desteklenmiyor</translation>
    </message>
    <message>
        <source>Use a proxy with an address that begins with http:// or socks5://.</source>
        <translation>Adresi http:// ya da socks5:// ile başlayan bir vekil sunucu kullanın.</translation>
    </message>
</context>
<context>
    <name>TlsText</name>
    <message>
        <source>The certificate of the authority cannot be read; it has to be PEM.</source>
        <translation>Sertifika otoritesinin sertifikası okunamıyor; PEM biçiminde olmalı.</translation>
    </message>
    <message>
        <source>The client certificate cannot be read; it has to be PEM.</source>
        <translation>İstemci sertifikası okunamıyor; PEM biçiminde olmalı.</translation>
    </message>
    <message>
        <source>The key of the client certificate cannot be read; RSA and EC keys in PEM without a passphrase can.</source>
        <translation>İstemci sertifikasının anahtarı okunamıyor; PEM biçiminde, parolasız RSA ve EC anahtarları okunabilir.</translation>
    </message>
    <message>
        <source>%1 (certificate of %2)</source>
        <extracomment>%1 is a problem in words, %2 the name in the certificate.</extracomment>
        <translation>%1 (%2 sertifikası)</translation>
    </message>
    <message>
        <source>%1 (certificate of %2, valid from %3 to %4; the clock of this machine says %5)</source>
        <extracomment>%1 is a problem in words, %2 the name in the certificate, %3 to %5 dates</extracomment>
        <translation>%1 (%2 sertifikası, geçerlilik %3 – %4; bu makinenin saati %5)</translation>
    </message>
    <message>
        <source>%1 (certificate of %2, issued by %3, which is no authority that this connection trusts)</source>
        <extracomment>%1 is a problem in words, %2 the name in the certificate, %3 of the authority that issued it</extracomment>
        <translation>%1 (%2 sertifikası, veren %3; bu bağlantı bu yetkiliye güvenmiyor)</translation>
    </message>
</context>
</TS>
