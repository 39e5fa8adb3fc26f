<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>CronSchedule</name>
    <message>
        <source>Schedule</source>
        <translation>Zamanlama</translation>
    </message>
    <message>
        <source>Write minute, hour, day, month and day of the week, such as “0 3 * * *” for every day at 3, or @daily.</source>
        <translation>Dakika, saat, gün, ay ve haftanın gününü yazın; örneğin her gün saat 3 için “0 3 * * *” ya da @daily.</translation>
    </message>
    <message>
        <source>“%1” is not understood as the %2</source>
        <translation>“%1” %2 olarak anlaşılamadı</translation>
    </message>
    <message>
        <source>Write a number from 1 on behind the “/”.</source>
        <translation>“/” işaretinin arkasına 1 veya daha büyük bir sayı yazın.</translation>
    </message>
    <message>
        <source>“%1” is outside of what the %2 may be</source>
        <translation>“%1” %2 için izin verilen aralığın dışında</translation>
    </message>
    <message>
        <source>The %1 goes from %2 to %3.</source>
        <extracomment>%1: minute, hour, day...</extracomment>
        <translation>%1 için aralık: %2 ile %3 arası.</translation>
    </message>
    <message>
        <source>“%1” is not a length of time</source>
        <translation>“%1” bir süre değil</translation>
    </message>
    <message>
        <source>Write it as in “@every 1h30m”.</source>
        <translation>“@every 1h30m” biçiminde yazın.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>the last of several: %1 &quot;Monday, Tuesday&quot;, %2 &quot;Friday&quot;</extracomment>
        <translation>%1 ve %2</translation>
    </message>
    <message>
        <source>There is no schedule</source>
        <translation>Zamanlama yok</translation>
    </message>
    <message>
        <source>A time zone in the schedule is refused by newer servers</source>
        <translation>Zamanlamanın içindeki saat dilimini yeni sunucular reddeder</translation>
    </message>
    <message>
        <source>Take it out, and write the time zone in its own field.</source>
        <translation>Buradan çıkarın ve saat dilimini kendi alanına yazın.</translation>
    </message>
    <message>
        <source>“%1” is not one of the short forms</source>
        <translation>“%1” kısa biçimlerden biri değil</translation>
    </message>
    <message>
        <source>They are @hourly, @daily, @weekly, @monthly, @yearly and @every 1h.</source>
        <translation>Kısa biçimler: @hourly, @daily, @weekly, @monthly, @yearly ve @every 1h.</translation>
    </message>
    <message numerus="yes">
        <source>The schedule has %n field(s), not five</source>
        <translation>
            <numerusform>Zamanlamada beş değil %n alan var</numerusform>
        </translation>
    </message>
    <message>
        <source>minute</source>
        <translation>dakika</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>saat</translation>
    </message>
    <message>
        <source>day</source>
        <extracomment>of the month</extracomment>
        <translation>gün</translation>
    </message>
    <message>
        <source>month</source>
        <translation>ay</translation>
    </message>
    <message>
        <source>day of the week</source>
        <translation>haftanın günü</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s), counted from when the controller saw it</source>
        <translation>
            <numerusform>Denetleyicinin gördüğü andan başlayarak %n saatte bir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s), counted from when the controller saw it</source>
        <translation>
            <numerusform>Denetleyicinin gördüğü andan başlayarak %n dakikada bir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s), counted from when the controller saw it</source>
        <translation>
            <numerusform>Denetleyicinin gördüğü andan başlayarak %n saniyede bir</numerusform>
        </translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>her dakika</translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>%n dakikada bir</numerusform>
        </translation>
    </message>
    <message>
        <source>at minute %1</source>
        <extracomment>%1: numbers of minutes</extracomment>
        <translation>dakika: %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>%1: times of the clock</extracomment>
        <translation>saat %1</translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>%n saatte bir</numerusform>
        </translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>her saat</translation>
    </message>
    <message>
        <source>in hour %1</source>
        <extracomment>%1: numbers of hours</extracomment>
        <translation>saat: %1</translation>
    </message>
    <message>
        <source>on day %1 of the month and on every %2</source>
        <extracomment>%1: numbers of days, %2: names of days</extracomment>
        <translation>ayın %1. günü ve her %2</translation>
    </message>
    <message>
        <source>every %1</source>
        <extracomment>%1: names of days</extracomment>
        <translation>her %1</translation>
    </message>
    <message>
        <source>on day %1 of the month</source>
        <extracomment>%1: numbers of days</extracomment>
        <translation>ayın %1. günü</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>her gün</translation>
    </message>
    <message>
        <source>%1, only in %2</source>
        <extracomment>%1: what came before, %2: names of months</extracomment>
        <translation>%1, yalnızca %2</translation>
    </message>
</context>
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
        <source>Choose another one.</source>
        <translation>Başka birini seçin.</translation>
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
</context>
<context>
    <name>ManifestNames</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation>Adı yok</translation>
    </message>
    <message>
        <source>Write one, such as shop.</source>
        <translation>Bir ad yazın, örneğin shop.</translation>
    </message>
    <message>
        <source>The name is longer than 63 characters</source>
        <translation>Ad 63 karakterden uzun</translation>
    </message>
    <message>
        <source>Write a shorter one.</source>
        <translation>Daha kısa bir ad yazın.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name</source>
        <translation>“%1” ad olamaz</translation>
    </message>
    <message>
        <source>Use small letters a-z, digits and “-”, with a letter or digit at both ends.</source>
        <translation>Küçük harf (a-z), rakam ve “-” kullanın; başında ve sonunda harf ya da rakam olsun.</translation>
    </message>
    <message>
        <source>Write one, such as web.</source>
        <translation>Bir ad yazın, örneğin web.</translation>
    </message>
    <message>
        <source>The name is longer than 253 characters</source>
        <translation>Ad 253 karakterden uzun</translation>
    </message>
    <message>
        <source>Use small letters a-z, digits, “-” and “.”, with a letter or digit at both ends.</source>
        <translation>Küçük harf (a-z), rakam, “-” ve “.” kullanın; başında ve sonunda harf ya da rakam olsun.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>“%1” cannot be the key of a label</source>
        <translation>“%1” etiket anahtarı olamaz</translation>
    </message>
    <message>
        <source>Use letters, digits, “-”, “_” and “.”, at most 63 of them; a domain and “/” may stand before it.</source>
        <translation>En çok 63 harf, rakam, “-”, “_” ve “.” kullanın; başına alan adı ve “/” gelebilir.</translation>
    </message>
    <message>
        <source>“%1” cannot be the value of a label</source>
        <translation>“%1” etiket değeri olamaz</translation>
    </message>
    <message>
        <source>Use letters, digits, “-”, “_” and “.”, at most 63 of them.</source>
        <translation>En çok 63 harf, rakam, “-”, “_” ve “.” kullanın.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Miktar</translation>
    </message>
    <message>
        <source>“%1” is not an amount</source>
        <translation>“%1” bir miktar değil</translation>
    </message>
    <message>
        <source>Write a number with its unit: 250m of a CPU, 128Mi of memory, 10 pods.</source>
        <translation>Sayıyı birimiyle yazın: CPU için 250m, bellek için 128Mi, pod için 10.</translation>
    </message>
    <message>
        <source>“%1” is less than nothing</source>
        <translation>“%1” sıfırdan küçük</translation>
    </message>
    <message>
        <source>Write a number from 0 on.</source>
        <translation>0 veya daha büyük bir sayı yazın.</translation>
    </message>
</context>
<context>
    <name>NetworkPolicy</name>
    <message>
        <source>every port of %1</source>
        <translation>%1 için her port</translation>
    </message>
    <message>
        <source>Deny everything</source>
        <extracomment>a network policy to choose</extracomment>
        <translation>Her şeyi reddet</translation>
    </message>
    <message>
        <source>Allow within the namespace</source>
        <translation>Namespace içinde izin ver</translation>
    </message>
    <message>
        <source>Allow from the ingress controller</source>
        <translation>Ingress denetleyicisinden izin ver</translation>
    </message>
    <message>
        <source>Allow DNS</source>
        <translation>DNS&apos;e izin ver</translation>
    </message>
    <message>
        <source>Closes all pods of the namespace in both directions, but for what others allow.</source>
        <translation>Namespace&apos;in tüm pod&apos;larını iki yönde de kapatır; başka ilkelerin izin verdikleri açık kalır.</translation>
    </message>
    <message>
        <source>Pods of the namespace may talk to one another.</source>
        <translation>Namespace&apos;in pod&apos;ları birbiriyle konuşabilir.</translation>
    </message>
    <message>
        <source>Pods of the ingress controller&apos;s namespace may reach all pods here.</source>
        <translation>Ingress denetleyicisinin namespace&apos;indeki pod&apos;lar buradaki tüm pod&apos;lara erişebilir.</translation>
    </message>
    <message>
        <source>Pods may ask the cluster&apos;s DNS for names (port 53); without it nearly nothing works.</source>
        <translation>Pod&apos;lar cluster&apos;ın DNS&apos;ine ad sorabilir (port 53); bu olmadan neredeyse hiçbir şey çalışmaz.</translation>
    </message>
    <message>
        <source>addresses in %1</source>
        <extracomment>%1: a range of addresses</extracomment>
        <translation>%1 içindeki adresler</translation>
    </message>
    <message>
        <source>addresses in %1 but not %2</source>
        <translation>%1 içindeki adresler, %2 hariç</translation>
    </message>
    <message>
        <source>all pods of this namespace</source>
        <extracomment>of this namespace; %1: labels</extracomment>
        <translation>bu namespace&apos;in tüm pod&apos;ları</translation>
    </message>
    <message>
        <source>pods with %1</source>
        <translation>%1 etiketli pod&apos;lar</translation>
    </message>
    <message>
        <source>all pods of the cluster</source>
        <translation>cluster&apos;ın tüm pod&apos;ları</translation>
    </message>
    <message>
        <source>all pods of namespaces with %1</source>
        <translation>%1 etiketli namespace&apos;lerin tüm pod&apos;ları</translation>
    </message>
    <message>
        <source>pods with %1 of every namespace</source>
        <translation>her namespace&apos;in %1 etiketli pod&apos;ları</translation>
    </message>
    <message>
        <source>pods with %1 of namespaces with %2</source>
        <extracomment>%1, %2: labels</extracomment>
        <translation>%2 etiketli namespace&apos;lerin %1 etiketli pod&apos;ları</translation>
    </message>
    <message>
        <source>everybody</source>
        <extracomment>whom a rule lets in or out: everybody</extracomment>
        <translation>herkes</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>her port</translation>
    </message>
    <message>
        <source>from %1, on %2</source>
        <translation>kaynak: %1; port: %2</translation>
    </message>
    <message>
        <source>to %1, on %2</source>
        <extracomment>%1: whom (several with &quot;; &quot;), %2: ports</extracomment>
        <translation>hedef: %1; port: %2</translation>
    </message>
</context>
<context>
    <name>Tenancy</name>
    <message>
        <source>Limits</source>
        <translation>Sınırlar</translation>
    </message>
    <message>
        <source>Make the first smaller or the second larger.</source>
        <translation>İlkini küçültün ya da ikincisini büyütün.</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kota</translation>
    </message>
    <message>
        <source>A container would request %2 of %1 but be limited to %3</source>
        <extracomment>%1: cpu or memory; %2, %3: amounts</extracomment>
        <translation>Bir container %1 için %2 isteyecek ama sınırı %3 olacak</translation>
    </message>
    <message>
        <source>A container would be limited to %2 of %1, but at most %3 is allowed</source>
        <extracomment>%1: cpu or memory; %2, %3: amounts</extracomment>
        <translation>Bir container&apos;ın %1 sınırı %2 olacak ama en çok %3 verilebilir</translation>
    </message>
    <message>
        <source>The quota counts %1, but containers that do not say it get no default and would be refused</source>
        <translation>Kota %1 değerini sayıyor ama bunu belirtmeyen container&apos;lara varsayılan verilmiyor; reddedilirler</translation>
    </message>
    <message>
        <source>Give containers a default for %1.</source>
        <translation>Container&apos;lara %1 için varsayılan verin.</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Servis hesabı</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>A line has no role</source>
        <translation>Bir satırda rol yok</translation>
    </message>
    <message>
        <source>Write view, edit, admin or the name of a ClusterRole.</source>
        <translation>view, edit, admin ya da bir ClusterRole adı yazın.</translation>
    </message>
    <message>
        <source>A line does not say who gets the role</source>
        <translation>Bir satırda rolün kime verileceği yazmıyor</translation>
    </message>
    <message>
        <source>Write the name of a user, a group or a service account.</source>
        <translation>Bir kullanıcı, grup ya da servis hesabı adı yazın.</translation>
    </message>
    <message>
        <source>Image registry</source>
        <translation>İmaj deposu</translation>
    </message>
    <message>
        <source>The login does not say for which registry</source>
        <translation>Girişin hangi depo için olduğu yazmıyor</translation>
    </message>
    <message>
        <source>Write its address, such as registry.example.com.</source>
        <translation>Adresini yazın, örneğin registry.example.com.</translation>
    </message>
    <message>
        <source>The login is not complete</source>
        <translation>Giriş bilgileri eksik</translation>
    </message>
    <message>
        <source>Write the user and the password.</source>
        <translation>Kullanıcıyı ve parolayı yazın.</translation>
    </message>
</context>
</TS>
