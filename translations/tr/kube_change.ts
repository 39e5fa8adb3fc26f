<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>KubeAdmin</name>
    <message>
        <source>The effect has to be one of: %1.</source>
        <extracomment>of a taint; %1 is a list of API words</extracomment>
        <translation>Etki şunlardan biri olmalı: %1.</translation>
    </message>
    <message>
        <source>A key can stand only once with the same effect.</source>
        <translation>Bir anahtar aynı etkiyle yalnızca bir kez bulunabilir.</translation>
    </message>
    <message>
        <source>its rollout is paused</source>
        <translation>rollout’u duraklatılmış</translation>
    </message>
    <message>
        <source>Resume it first.</source>
        <translation>Önce sürdürün.</translation>
    </message>
    <message>
        <source>the server does not know this kind</source>
        <translation>sunucu bu türü tanımıyor</translation>
    </message>
</context>
<context>
    <name>KubeChange</name>
    <message>
        <source>What it needs is made by the same run; the server has not checked it.</source>
        <translation>İhtiyaç duyduğu şey aynı çalıştırmada oluşturulacak; sunucu bunu denetlemedi.</translation>
    </message>
    <message>
        <source>the cluster does not know the kind %1 of %2</source>
        <translation>küme, %2 içindeki %1 türünü tanımıyor</translation>
    </message>
    <message>
        <source>Install what defines it, or use a version that the cluster has.</source>
        <translation>Bu türü tanımlayan bileşeni kurun ya da kümede bulunan bir sürümünü kullanın.</translation>
    </message>
    <message>
        <source>metadata.name</source>
        <translation>metadata.name</translation>
    </message>
    <message>
        <source>“%1” is another object than “%2”</source>
        <translation>“%1”, “%2” ile aynı nesne değil</translation>
    </message>
    <message>
        <source>Keep the name, or make a new object with the other one.</source>
        <translation>Adı değiştirmeyin ya da diğer adla yeni bir nesne oluşturun.</translation>
    </message>
    <message>
        <source>object</source>
        <translation>nesne</translation>
    </message>
    <message>
        <source>somebody else changed or deleted it since the review</source>
        <translation>gözden geçirildikten sonra başkası onu değiştirdi ya da sildi</translation>
    </message>
    <message>
        <source>Nothing was sent. Go back to the text and review it again.</source>
        <translation>Hiçbir şey gönderilmedi. Metne dönüp yeniden gözden geçirin.</translation>
    </message>
</context>
<context>
    <name>KubeDeletion</name>
    <message>
        <source>the namespace controller clears it when everything in the namespace is gone</source>
        <translation>namespace’teki her şey silinince namespace controller’ı kaldırır</translation>
    </message>
    <message>
        <source>the cluster clears it when no pod uses the claim any more</source>
        <translation>claim’i artık hiçbir pod kullanmayınca küme kaldırır</translation>
    </message>
    <message>
        <source>the cluster clears it when no claim is bound to the volume any more</source>
        <translation>volume’e artık hiçbir claim bağlı olmayınca küme kaldırır</translation>
    </message>
    <message>
        <source>the garbage collector clears it when what the object owns is gone</source>
        <translation>nesnenin sahip oldukları silinince garbage collector kaldırır</translation>
    </message>
    <message>
        <source>the garbage collector clears it when what the object owns was let go</source>
        <translation>nesnenin sahip oldukları bırakılınca garbage collector kaldırır</translation>
    </message>
    <message>
        <source>the API server clears it when every object of the kind is gone</source>
        <translation>bu türden bütün nesneler silinince API sunucusu kaldırır</translation>
    </message>
    <message>
        <source>the Job controller clears it when it has counted the pod</source>
        <translation>Job controller’ı pod’u sayınca kaldırır</translation>
    </message>
    <message>
        <source>the cloud’s controller clears it when the load balancer is gone</source>
        <translation>yük dengeleyici silinince bulutun controller’ı kaldırır</translation>
    </message>
    <message>
        <source>the storage driver clears it when the volume is detached</source>
        <translation>volume ayrılınca depolama sürücüsü kaldırır</translation>
    </message>
    <message>
        <source>a controller of %1 clears it; where that does not run any more, the object stays in Terminating</source>
        <extracomment>%1 is a domain (&quot;example.com&quot;)</extracomment>
        <translation>bir %1 controller’ı kaldırır; o artık çalışmıyorsa nesne Terminating durumunda kalır</translation>
    </message>
    <message>
        <source>whoever set it clears it; where that does not run any more, the object stays in Terminating</source>
        <translation>koyan kaldırır; o artık çalışmıyorsa nesne Terminating durumunda kalır</translation>
    </message>
</context>
<context>
    <name>KubeDrafts</name>
    <message>
        <source>this is no name of a draft</source>
        <translation>bu bir taslak adı değil</translation>
    </message>
    <message>
        <source>this is no journal of an apply</source>
        <translation>bu bir uygulama günlüğü değil</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>klasör oluşturulamıyor</translation>
    </message>
    <message>
        <source>others may read it, and that cannot be changed</source>
        <translation>başkaları okuyabiliyor ve bu değiştirilemiyor</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>dosya çok büyük</translation>
    </message>
    <message>
        <source>it was sent, but the answer is not known</source>
        <translation>gönderildi ama yanıtı bilinmiyor</translation>
    </message>
    <message>
        <source>Look whether it is there before you apply it again.</source>
        <translation>Yeniden uygulamadan önce orada olup olmadığına bakın.</translation>
    </message>
</context>
<context>
    <name>KubeDrain</name>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>the server does not know this kind</source>
        <translation>sunucu bu türü tanımıyor</translation>
    </message>
    <message>
        <source>The node stays cordoned; uncordon it where it is to take pods again.</source>
        <translation>Node cordon edilmiş kalır; yeniden pod alacaksa uncordon edin.</translation>
    </message>
    <message>
        <source>The node was not cordoned.</source>
        <translation>Node cordon edilmedi.</translation>
    </message>
    <message>
        <source>drain of %1</source>
        <extracomment>%1 is a node</extracomment>
        <translation>%1 drain işlemi</translation>
    </message>
    <message>
        <source>pods are in the way that the options do not let go: %1</source>
        <extracomment>%1 is names of pods</extracomment>
        <translation>seçeneklerin bırakmadığı pod’lar engel oluyor: %1</translation>
    </message>
    <message>
        <source>pods could not be evicted: %1</source>
        <translation>pod’lar tahliye edilemedi: %1</translation>
    </message>
    <message>
        <source>the time is over, and pods are still there: %1</source>
        <translation>süre doldu, hâlâ duran pod’lar var: %1</translation>
    </message>
    <message>
        <source>the time is over, and pods are still there: %1; these budgets block: %2</source>
        <translation>süre doldu, hâlâ duran pod’lar var: %1; engelleyen bütçeler: %2</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>iptal edildi</translation>
    </message>
    <message>
        <source>it was cancelled, and pods are still there: %1</source>
        <translation>iptal edildi, hâlâ duran pod’lar var: %1</translation>
    </message>
    <message>
        <source>Whether the node was cordoned is not known; look, and uncordon it where it is to take pods again.</source>
        <translation>Node’un cordon edilip edilmediği bilinmiyor; kontrol edin, yeniden pod alacaksa uncordon edin.</translation>
    </message>
    <message>
        <source>it was broken off</source>
        <translation>yarıda kesildi</translation>
    </message>
    <message>
        <source>it was broken off, and pods are still there: %1</source>
        <extracomment>%1 is names of pods</extracomment>
        <translation>yarıda kesildi, hâlâ duran pod’lar var: %1</translation>
    </message>
</context>
<context>
    <name>KubeLabels</name>
    <message>
        <source>A key is missing.</source>
        <translation>Anahtar eksik.</translation>
    </message>
    <message>
        <source>What stands before the slash has to be a domain, in small letters: “example.com/tier”.</source>
        <translation>Eğik çizgiden önce küçük harfle bir alan adı olmalı: “example.com/tier”.</translation>
    </message>
    <message>
        <source>A name is missing behind the slash.</source>
        <translation>Eğik çizgiden sonra ad eksik.</translation>
    </message>
    <message>
        <source>A name has at most %1 letters.</source>
        <translation>Bir ad en çok %1 harf olabilir.</translation>
    </message>
    <message>
        <source>A name has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or a digit.</source>
        <translation>Bir adda harf, rakam, “-”, “_” ve “.” bulunur; harf veya rakamla başlayıp biter.</translation>
    </message>
    <message>
        <source>A value has at most %1 letters.</source>
        <translation>Bir değer en çok %1 harf olabilir.</translation>
    </message>
    <message>
        <source>A value has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or a digit.</source>
        <translation>Bir değerde harf, rakam, “-”, “_” ve “.” bulunur; harf veya rakamla başlayıp biter.</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>list the pods of the node</source>
        <translation>node’un pod’larını listeleme</translation>
    </message>
    <message>
        <source>list the disruption budgets of the namespace</source>
        <translation>namespace’in disruption budget’larını listeleme</translation>
    </message>
    <message>
        <source>read the fields of the kinds from</source>
        <translation>tür alanlarını okuma:</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>the server does not describe its fields</source>
        <translation>sunucu alanlarını tanımlamıyor</translation>
    </message>
    <message>
        <source>description of the kinds</source>
        <translation>tür tanımları</translation>
    </message>
</context>
<context>
    <name>kaptan::kube::Permissions</name>
    <message>
        <source>You may not %1 %2.</source>
        <extracomment>%1 is a verb of the API (&quot;patch&quot;), %2 a kind of the API (&quot;nodes&quot;)</extracomment>
        <translation>%2 üzerinde “%1” yetkiniz yok.</translation>
    </message>
    <message>
        <source>You may not %1 %2 in %3.</source>
        <extracomment>%1 is a verb of the API (&quot;patch&quot;), %2 a kind of the API (&quot;deployments.apps&quot;), %3 a namespace</extracomment>
        <translation>%3 namespace’inde %2 üzerinde “%1” yetkiniz yok.</translation>
    </message>
</context>
</TS>
