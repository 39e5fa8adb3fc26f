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
