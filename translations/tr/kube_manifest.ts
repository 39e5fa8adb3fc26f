<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Manifest</name>
    <message>
        <source>the text has more than %1 documents</source>
        <translation>metinde %1 belgeden fazlası var</translation>
    </message>
    <message>
        <source>Read it in several parts.</source>
        <translation>Birkaç parçada okuyun.</translation>
    </message>
    <message>
        <source>this document is no mapping</source>
        <translation>bu belge bir eşleme değil</translation>
    </message>
    <message>
        <source>Write “key: value” lines; begin with apiVersion and kind.</source>
        <translation>“anahtar: değer” satırları yazın; apiVersion ve kind ile başlayın.</translation>
    </message>
    <message>
        <source>apiVersion must be a version or group/version</source>
        <translation>apiVersion bir sürüm ya da grup/sürüm olmalı</translation>
    </message>
    <message>
        <source>Write for example v1 or apps/v1.</source>
        <translation>Örneğin v1 ya da apps/v1 yazın.</translation>
    </message>
    <message>
        <source>items of a List must be a list</source>
        <translation>List nesnesinin items alanı bir liste olmalı</translation>
    </message>
    <message>
        <source>Begin each object with “- ”.</source>
        <translation>Her nesneye “- ” ile başlayın.</translation>
    </message>
    <message>
        <source>this item is no object</source>
        <translation>bu öğe bir nesne değil</translation>
    </message>
    <message>
        <source>Remove it, or write an object.</source>
        <translation>Kaldırın ya da bir nesne yazın.</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>çok derin iç içe geçmiş</translation>
    </message>
    <message>
        <source>Check that this is a manifest.</source>
        <translation>Bunun bir manifest olduğunu denetleyin.</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <extracomment>%1 is the name of a field such as apiVersion or metadata.name</extracomment>
        <translation>%1 eksik</translation>
    </message>
    <message>
        <source>Write what it is, for example “kind: Deployment”.</source>
        <translation>Ne olduğunu yazın, örneğin “kind: Deployment”.</translation>
    </message>
    <message>
        <source>Write for example “apiVersion: apps/v1”.</source>
        <translation>Örneğin “apiVersion: apps/v1” yazın.</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <extracomment>%1 is the name of a field such as apiVersion or metadata.name</extracomment>
        <translation>%1 bir metin olmalı</translation>
    </message>
    <message>
        <source>Put it in quotes.</source>
        <translation>Tırnak içine alın.</translation>
    </message>
    <message>
        <source>metadata must be a mapping</source>
        <translation>metadata bir eşleme olmalı</translation>
    </message>
    <message>
        <source>Write “name: …” on a line of its own, indented below it.</source>
        <translation>Altına, girintili ayrı bir satıra “name: …” yazın.</translation>
    </message>
    <message>
        <source>metadata.name is missing</source>
        <translation>metadata.name eksik</translation>
    </message>
    <message>
        <source>Write a name below metadata.</source>
        <translation>metadata altına bir ad yazın.</translation>
    </message>
    <message>
        <source>the text is larger than %1 MiB</source>
        <translation>metin %1 MiB’den büyük</translation>
    </message>
    <message>
        <source>manifest</source>
        <extracomment>What is read: a text of YAML</extracomment>
        <translation>manifest</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1. satır</translation>
    </message>
    <message>
        <source>an alias elsewhere repeats what stands here</source>
        <translation>buradakini başka bir yerdeki takma ad yineliyor</translation>
    </message>
    <message>
        <source>Write the values out in the text, without aliases.</source>
        <translation>Değerleri metinde takma ad kullanmadan yazın.</translation>
    </message>
    <message>
        <source>an alias stands here for what stands elsewhere</source>
        <translation>burada, başka bir yerdekinin takma adı var</translation>
    </message>
    <message>
        <source>“&lt;&lt;” takes this in from elsewhere</source>
        <translation>bu, “&lt;&lt;” ile başka bir yerden alınıyor</translation>
    </message>
    <message>
        <source>document %1</source>
        <translation>%1. belge</translation>
    </message>
    <message>
        <source>the text has no such document</source>
        <translation>metinde böyle bir belge yok</translation>
    </message>
    <message>
        <source>the way leads through something that is neither mapping nor list, or past its end</source>
        <translation>yol, eşleme ya da liste olmayan bir şeyin içinden veya bir listenin sonundan öteye gidiyor</translation>
    </message>
    <message>
        <source>Correct this place in the text.</source>
        <translation>Burayı metinde düzeltin.</translation>
    </message>
    <message>
        <source>this place cannot be changed without changing others</source>
        <translation>burası başka yerler değişmeden değiştirilemiyor</translation>
    </message>
    <message>
        <source>Change it in the text.</source>
        <translation>Metinde değiştirin.</translation>
    </message>
    <message>
        <source>there is no place to be set</source>
        <translation>değiştirilecek yer belirtilmemiş</translation>
    </message>
    <message>
        <source>Name a field.</source>
        <translation>Bir alan belirtin.</translation>
    </message>
    <message>
        <source>a tab indents this line</source>
        <translation>bu satır sekme ile girintilenmiş</translation>
    </message>
    <message>
        <source>Indent with spaces; YAML allows no tabs there.</source>
        <translation>Boşlukla girintileyin; YAML orada sekmeye izin vermez.</translation>
    </message>
    <message>
        <source>the control character %1 stands here</source>
        <extracomment>%1 is a code point such as U+0004</extracomment>
        <translation>burada %1 denetim karakteri var</translation>
    </message>
    <message>
        <source>Remove it, or write it as an escape within double quotes.</source>
        <translation>Kaldırın ya da çift tırnak içinde kaçış dizisi olarak yazın.</translation>
    </message>
    <message>
        <source>the line ends with a carriage return alone</source>
        <translation>satır yalnızca satır başı (CR) karakteriyle bitiyor</translation>
    </message>
    <message>
        <source>Save the text with the line ends of Unix or of Windows.</source>
        <translation>Metni Unix ya da Windows satır sonlarıyla kaydedin.</translation>
    </message>
    <message>
        <source>half of a UTF-16 surrogate pair stands here</source>
        <translation>burada bir UTF-16 vekil çiftinin yalnızca yarısı var</translation>
    </message>
    <message>
        <source>Write the whole character.</source>
        <translation>Karakterin tamamını yazın.</translation>
    </message>
    <message>
        <source>the quote that opens here is never closed</source>
        <translation>burada açılan tırnak hiç kapanmıyor</translation>
    </message>
    <message>
        <source>Close it with the same quote.</source>
        <translation>Aynı tırnakla kapatın.</translation>
    </message>
    <message>
        <source>there is text behind the end of the document</source>
        <translation>belgenin sonundan sonra metin var</translation>
    </message>
    <message>
        <source>Put a line with “---” before it if another document begins here.</source>
        <translation>Burada başka bir belge başlıyorsa önüne “---” satırı koyun.</translation>
    </message>
    <message>
        <source>the text holds more values than can be read</source>
        <translation>metinde okunabilecekten çok değer var</translation>
    </message>
    <message>
        <source>the alias has no anchor before it</source>
        <translation>takma addan önce çapası tanımlanmamış</translation>
    </message>
    <message>
        <source>Name an anchor (“&amp;name”) that stands before it in the same document, or put the text in quotes.</source>
        <translation>Aynı belgede ondan önce duran bir çapanın (“&amp;name”) adını yazın ya da metni tırnak içine alın.</translation>
    </message>
    <message>
        <source>a list in brackets is not closed with “]”, or a comma is missing</source>
        <translation>köşeli parantezli liste “]” ile kapanmıyor ya da bir virgül eksik</translation>
    </message>
    <message>
        <source>Close the bracket before this place.</source>
        <translation>Köşeli parantezi buradan önce kapatın.</translation>
    </message>
    <message>
        <source>a mapping in braces is not closed with “}”, or a comma is missing</source>
        <translation>süslü parantezli eşleme “}” ile kapanmıyor ya da bir virgül eksik</translation>
    </message>
    <message>
        <source>Close the brace before this place.</source>
        <translation>Süslü parantezi buradan önce kapatın.</translation>
    </message>
    <message>
        <source>this line does not fit the mapping that it stands in</source>
        <translation>bu satır, içinde bulunduğu eşlemeye uymuyor</translation>
    </message>
    <message>
        <source>Indent it as the lines of the same mapping, and write “key: value”.</source>
        <translation>Aynı eşlemenin satırları gibi girintileyin ve “anahtar: değer” yazın.</translation>
    </message>
    <message>
        <source>this line does not fit the list that it stands in</source>
        <translation>bu satır, içinde bulunduğu listeye uymuyor</translation>
    </message>
    <message>
        <source>Indent it as the items of the list, and begin items with “- ”.</source>
        <translation>Listenin öğeleri gibi girintileyin ve öğelere “- ” ile başlayın.</translation>
    </message>
    <message>
        <source>a “:” stands where no value can begin</source>
        <translation>değer başlayamayacak bir yerde “:” var</translation>
    </message>
    <message>
        <source>Check the indentation of this line and the one before it; put text that has “: ” in it in quotes.</source>
        <translation>Bu satırın ve bir öncekinin girintisini denetleyin; içinde “: ” olan metni tırnak içine alın.</translation>
    </message>
    <message>
        <source>no list or mapping can begin here</source>
        <translation>burada liste ya da eşleme başlayamaz</translation>
    </message>
    <message>
        <source>Begin it on a line of its own, with more indentation than its key.</source>
        <translation>Ayrı bir satırda, anahtarından daha çok girintiyle başlatın.</translation>
    </message>
    <message>
        <source>this bracket closes nothing</source>
        <translation>bu parantez hiçbir şeyi kapatmıyor</translation>
    </message>
    <message>
        <source>Remove it, or put the text in quotes.</source>
        <translation>Kaldırın ya da metni tırnak içine alın.</translation>
    </message>
    <message>
        <source>no value can begin with this character</source>
        <translation>hiçbir değer bu karakterle başlayamaz</translation>
    </message>
    <message>
        <source>Put the value in quotes.</source>
        <translation>Değeri tırnak içine alın.</translation>
    </message>
    <message>
        <source>the document ends within quotes</source>
        <translation>belge tırnak kapanmadan bitiyor</translation>
    </message>
    <message>
        <source>Close the quotes.</source>
        <translation>Tırnağı kapatın.</translation>
    </message>
    <message>
        <source>no such escape is known within double quotes</source>
        <translation>çift tırnak içinde böyle bir kaçış dizisi yok</translation>
    </message>
    <message>
        <source>Write a backslash as “\\”, or use single quotes.</source>
        <translation>Ters bölüyü “\\” olarak yazın ya da tek tırnak kullanın.</translation>
    </message>
    <message>
        <source>only digits, “+”, “-” and a comment can stand behind “|” and “&gt;”</source>
        <translation>“|” ve “&gt;” ardında yalnızca rakam, “+”, “-” ve yorum bulunabilir</translation>
    </message>
    <message>
        <source>Begin the text on the next line.</source>
        <translation>Metne sonraki satırda başlayın.</translation>
    </message>
    <message>
        <source>it is no valid YAML (%1)</source>
        <extracomment>%1 are the words of the YAML parser, in English</extracomment>
        <translation>geçerli bir YAML değil (%1)</translation>
    </message>
    <message>
        <source>Correct this line.</source>
        <translation>Bu satırı düzeltin.</translation>
    </message>
    <message>
        <source>the alias leads back to itself</source>
        <translation>takma ad kendisine geri dönüyor</translation>
    </message>
    <message>
        <source>Write the values out.</source>
        <translation>Değerleri açıkça yazın.</translation>
    </message>
    <message>
        <source>the aliases multiply the text without measure</source>
        <translation>takma adlar metni ölçüsüzce çoğaltıyor</translation>
    </message>
    <message>
        <source>Write the values out, without aliases.</source>
        <translation>Değerleri takma ad kullanmadan yazın.</translation>
    </message>
    <message>
        <source>the aliases nest the values too deeply</source>
        <translation>takma adlar değerleri çok derin iç içe geçiriyor</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>anahtar bir metin olmalı</translation>
    </message>
    <message>
        <source>Put the key in quotes.</source>
        <translation>Anahtarı tırnak içine alın.</translation>
    </message>
    <message>
        <source>“%1” stands twice in this mapping</source>
        <extracomment>%1 is a key of a mapping</extracomment>
        <translation>“%1” bu eşlemede iki kez geçiyor</translation>
    </message>
    <message>
        <source>Remove one of them; a server would silently take one.</source>
        <translation>Birini kaldırın; sunucu sessizce birini alırdı.</translation>
    </message>
    <message>
        <source>“&lt;&lt;” takes in something that is no mapping</source>
        <translation>“&lt;&lt;” eşleme olmayan bir şeyi içeri alıyor</translation>
    </message>
    <message>
        <source>Name the anchor of a mapping, or put “&lt;&lt;” in quotes.</source>
        <translation>Bir eşlemenin çapasını yazın ya da “&lt;&lt;” işaretini tırnak içine alın.</translation>
    </message>
    <message>
        <source>what is tagged “!!binary” is no text in base64</source>
        <translation>“!!binary” etiketli değer base64 ile yazılmış bir metin değil</translation>
    </message>
    <message>
        <source>Write the text itself, or use a field that takes base64, without the tag.</source>
        <translation>Metnin kendisini yazın ya da base64 alan bir alanı etiketsiz kullanın.</translation>
    </message>
    <message>
        <source>the tag “%1” is not known and is passed over</source>
        <extracomment>%1 is a YAML tag such as !Ref</extracomment>
        <translation>“%1” etiketi bilinmiyor, dikkate alınmıyor</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Kaldırın.</translation>
    </message>
    <message>
        <source>the number %1 does not fit into 64 bits</source>
        <translation>%1 sayısı 64 bite sığmıyor</translation>
    </message>
    <message>
        <source>Put it in quotes if a text is meant.</source>
        <translation>Metin kastediliyorsa tırnak içine alın.</translation>
    </message>
    <message>
        <source>“%1” is no number that a server takes</source>
        <translation>“%1” sunucunun kabul ettiği bir sayı değil</translation>
    </message>
    <message>
        <source>“%1” is read as %2, as kubectl does</source>
        <extracomment>%1 is what stands there (&quot;yes&quot;), %2 true or false</extracomment>
        <translation>“%1”, kubectl’de olduğu gibi %2 olarak okunuyor</translation>
    </message>
    <message>
        <source>Write %1 if that is meant, or &quot;%2&quot; in quotes for the text.</source>
        <extracomment>%1 is true or false, %2 what stands there (&quot;yes&quot;)
----------
%1 is the number in decimal (&quot;511&quot;), %2 what stands there (&quot;0777&quot;)</extracomment>
        <translation>Kastedilen buysa %1, metinse tırnak içinde &quot;%2&quot; yazın.</translation>
    </message>
    <message>
        <source>“%1” is read as the number %2, as kubectl does</source>
        <extracomment>%1 is what stands there (&quot;0777&quot;), %2 the number in decimal (&quot;511&quot;)</extracomment>
        <translation>“%1”, kubectl’de olduğu gibi %2 sayısı olarak okunuyor</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Başka birini seçin.</translation>
    </message>
</context>
</TS>
