<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Scaling</name>
    <message>
        <source>Rule “%1”</source>
        <extracomment>%1 is a rule&apos;s name</extracomment>
        <translation>“%1” kuralı</translation>
    </message>
    <message>
        <source>the share of “%1” would decide on replicas while its limit changes as well</source>
        <translation>replika sayısını “%1” oranı belirlerken sınırı da değişirdi</translation>
    </message>
    <message>
        <source>Leave the limits alone, or scale by an average amount instead of a share.</source>
        <translation>Sınırlara dokunmayın ya da oran yerine ortalama miktara göre ölçekleyin.</translation>
    </message>
    <message>
        <source>the least limit is above the greatest, or below 0</source>
        <translation>en küçük sınır en büyüğünden fazla ya da 0&apos;ın altında</translation>
    </message>
    <message>
        <source>Raise the greatest limit or lower the least one.</source>
        <translation>En büyük sınırı yükseltin ya da en küçüğünü düşürün.</translation>
    </message>
    <message>
        <source>the record of what was used</source>
        <translation>kullanım kaydı</translation>
    </message>
    <message>
        <source>its weight is below 0 or missing</source>
        <translation>ağırlığı 0&apos;ın altında ya da eksik</translation>
    </message>
    <message>
        <source>there is no bucket “%1”</source>
        <translation>“%1” diye bir aralık yok</translation>
    </message>
    <message>
        <source>the weight of bucket “%1” cannot be</source>
        <translation>“%1” aralığının ağırlığı olanaksız</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share, %1 is a number</extracomment>
        <translation>%%1</translation>
    </message>
    <message>
        <source>This is within the bounds of the rule.</source>
        <translation>Bu, kuralın sınırları içinde.</translation>
    </message>
    <message>
        <source>The rule&apos;s minimum holds it up.</source>
        <translation>Kuralın en az değeri daha aşağı inmesini engelliyor.</translation>
    </message>
    <message>
        <source>The rule&apos;s maximum holds it down.</source>
        <translation>Kuralın en çok değeri daha yukarı çıkmasını engelliyor.</translation>
    </message>
    <message>
        <source>The rule does not allow to add more at once.</source>
        <translation>Kural bir seferde daha fazla replika eklemeye izin vermiyor.</translation>
    </message>
    <message>
        <source>The rule does not allow to remove more at once.</source>
        <translation>Kural bir seferde daha fazla replika kaldırmaya izin vermiyor.</translation>
    </message>
    <message>
        <source>Less was enough a short while ago: it waits before it adds more.</source>
        <translation>Kısa süre önce daha azı yetiyordu: yenilerini eklemeden önce bekliyor.</translation>
    </message>
    <message>
        <source>More was needed a short while ago: it waits before it removes any.</source>
        <translation>Kısa süre önce daha fazlası gerekiyordu: kaldırmadan önce bekliyor.</translation>
    </message>
    <message>
        <source>What is needed could not be measured: nothing changes.</source>
        <translation>Ne kadar gerektiği ölçülemedi: hiçbir şey değişmiyor.</translation>
    </message>
    <message>
        <source>Ready to scale.</source>
        <translation>Ölçeklemeye hazır.</translation>
    </message>
    <message>
        <source>Scales now.</source>
        <translation>Şimdi ölçekleniyor.</translation>
    </message>
    <message>
        <source>%1 was not measured.</source>
        <translation>%1 ölçülemedi.</translation>
    </message>
    <message>
        <source>%1: the rule has no target that can be used.</source>
        <translation>%1: kuralda kullanılabilir bir hedef yok.</translation>
    </message>
    <message>
        <source>%1 is at %2, the target is %3.</source>
        <extracomment>%1 is a metric (&quot;CPU&quot;), %2 and %3 are amounts (&quot;91 %&quot;, &quot;250m&quot;)</extracomment>
        <translation>%1: %2, hedef: %3.</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>JSON nesnesi değil</translation>
    </message>
    <message>
        <source>it is of another version</source>
        <translation>başka bir sürüme ait</translation>
    </message>
    <message>
        <source>its samples cannot be</source>
        <translation>örnek bilgileri olanaksız</translation>
    </message>
    <message>
        <source>a metric has no name</source>
        <translation>bir metriğin adı yok</translation>
    </message>
    <message>
        <source>Name the metric.</source>
        <translation>Metriğe ad verin.</translation>
    </message>
    <message>
        <source>there is no resource “%1”</source>
        <translation>“%1” diye bir kaynak yok</translation>
    </message>
    <message>
        <source>Use cpu or memory, or name it as a metric of pods.</source>
        <translation>cpu ya da memory kullanın veya onu pod metriği olarak belirtin.</translation>
    </message>
    <message>
        <source>the container of the metric “%1” is missing</source>
        <translation>“%1” metriğinin konteyneri eksik</translation>
    </message>
    <message>
        <source>Name the container, or use the whole pod.</source>
        <translation>Konteyneri belirtin ya da pod&apos;un tamamını kullanın.</translation>
    </message>
    <message>
        <source>the target of “%1” is not a number</source>
        <translation>“%1” hedefi bir sayı değil</translation>
    </message>
    <message>
        <source>Give the target as a number above 0.</source>
        <translation>Hedefi 0&apos;dan büyük bir sayı olarak verin.</translation>
    </message>
    <message>
        <source>the target of “%1” is 0 or below</source>
        <translation>“%1” hedefi 0 ya da altında</translation>
    </message>
    <message>
        <source>the target of “%1” is beyond any measure</source>
        <translation>“%1” hedefi ölçülemeyecek kadar büyük</translation>
    </message>
    <message>
        <source>Give a smaller target.</source>
        <translation>Daha küçük bir hedef verin.</translation>
    </message>
    <message>
        <source>the metric “%1” cannot have this kind of target</source>
        <translation>“%1” metriğinin bu türde bir hedefi olamaz</translation>
    </message>
    <message>
        <source>Use utilization or an average for resources, an average for pods, a value or an average for objects.</source>
        <translation>Kaynaklar için oran ya da ortalama, pod&apos;lar için ortalama, nesneler için değer ya da ortalama kullanın.</translation>
    </message>
    <message>
        <source>a stabilization of %1 seconds is not possible</source>
        <translation>%1 saniyelik dengeleme süresi olanaksız</translation>
    </message>
    <message>
        <source>Choose 0 to %1 seconds.</source>
        <translation>0 ile %1 saniye arasında seçin.</translation>
    </message>
    <message>
        <source>a policy allows no change</source>
        <translation>bir politika hiçbir değişikliğe izin vermiyor</translation>
    </message>
    <message>
        <source>Give a value above 0, or disable this direction.</source>
        <translation>0&apos;dan büyük bir değer verin ya da bu yönü devre dışı bırakın.</translation>
    </message>
    <message>
        <source>a policy&apos;s period of %1 seconds is not possible</source>
        <translation>bir politikanın %1 saniyelik dönemi olanaksız</translation>
    </message>
    <message>
        <source>Choose 1 to %1 seconds.</source>
        <translation>1 ile %1 saniye arasında seçin.</translation>
    </message>
    <message>
        <source>it names no workload</source>
        <translation>hiçbir iş yükünü belirtmiyor</translation>
    </message>
    <message>
        <source>Choose the workload to scale.</source>
        <translation>Ölçeklenecek iş yükünü seçin.</translation>
    </message>
    <message>
        <source>the minimum of %1 is below 0</source>
        <translation>en az değer (%1) 0&apos;ın altında</translation>
    </message>
    <message>
        <source>Choose a minimum of 1 or more.</source>
        <translation>En az değeri 1 ya da daha büyük seçin.</translation>
    </message>
    <message>
        <source>the maximum of %1 is below 1</source>
        <translation>en çok değer (%1) 1&apos;in altında</translation>
    </message>
    <message>
        <source>Choose a maximum of 1 or more.</source>
        <translation>En çok değeri 1 ya da daha büyük seçin.</translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation>en az değer (%1) en çok değerden (%2) büyük</translation>
    </message>
    <message>
        <source>Raise the maximum or lower the minimum.</source>
        <translation>En çok değeri yükseltin ya da en az değeri düşürün.</translation>
    </message>
    <message>
        <source>it has no metric</source>
        <translation>metriği yok</translation>
    </message>
    <message>
        <source>Add CPU or memory.</source>
        <translation>CPU ya da bellek ekleyin.</translation>
    </message>
    <message>
        <source>the tolerance is not between 0 and 1</source>
        <translation>tolerans 0 ile 1 arasında değil</translation>
    </message>
    <message>
        <source>Choose 0.1 or so.</source>
        <translation>0,1 dolayında bir değer seçin.</translation>
    </message>
    <message>
        <source>a delay is below 0</source>
        <translation>bir gecikme 0&apos;ın altında</translation>
    </message>
    <message>
        <source>Choose 0 seconds or more.</source>
        <translation>0 saniye ya da daha fazlasını seçin.</translation>
    </message>
    <message>
        <source>Choose a minimum of 1, or add a metric of an object.</source>
        <translation>En az değeri 1 seçin ya da bir nesnenin metriğini ekleyin.</translation>
    </message>
    <message>
        <source>the workload “%1” is scaled by the rule “%2” already, and two would undo each other</source>
        <extracomment>%1 is a workload, %2 the other rule&apos;s name</extracomment>
        <translation>“%1” iş yükünü “%2” kuralı zaten ölçekliyor; ikisi birbirini bozardı</translation>
    </message>
    <message>
        <source>Put the metrics of both into one rule.</source>
        <translation>İkisinin metriklerini tek kuralda birleştirin.</translation>
    </message>
    <message>
        <source>It is stopped or scaled to 0: it is left alone until a replica is there again.</source>
        <translation>Durdurulmuş ya da 0&apos;a ölçeklenmiş: yeniden bir replika olana dek dokunulmaz.</translation>
    </message>
    <message>
        <source>What is needed was measured.</source>
        <translation>Ne kadar gerektiği ölçüldü.</translation>
    </message>
    <message>
        <source>%1: there is no replica to measure.</source>
        <extracomment>%1 is a metric (&quot;CPU&quot;)</extracomment>
        <translation>%1: ölçülecek replika yok.</translation>
    </message>
    <message>
        <source>%1: a replica has no request or limit of it, so its share is unknown.</source>
        <translation>%1: bir replikanın bunun için isteği ya da sınırı yok, bu yüzden oranı bilinmiyor.</translation>
    </message>
    <message>
        <source>without a replica nothing would be measured, so it could not come back from 0</source>
        <translation>replika olmadan hiçbir şey ölçülmez, bu yüzden 0&apos;dan geri dönemezdi</translation>
    </message>
    <message>
        <source>“%1” is not measured on an engine</source>
        <translation>“%1” bir motorda ölçülmez</translation>
    </message>
    <message>
        <source>Use cpu, memory, net-rx, net-tx, disk-read or disk-write.</source>
        <translation>cpu, memory, net-rx, net-tx, disk-read ya da disk-write kullanın.</translation>
    </message>
</context>
</TS>
