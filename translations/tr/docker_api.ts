<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>EngineAnswer</name>
    <message>
        <source>answer</source>
        <translation>yanıt</translation>
    </message>
    <message>
        <source>container list</source>
        <translation>konteyner listesi</translation>
    </message>
    <message>
        <source>description of a container</source>
        <translation>konteyner bilgisi</translation>
    </message>
    <message>
        <source>new container&apos;s id</source>
        <translation>yeni konteynerin kimliği</translation>
    </message>
    <message>
        <source>process list</source>
        <translation>süreç listesi</translation>
    </message>
    <message>
        <source>exit code</source>
        <translation>çıkış kodu</translation>
    </message>
    <message>
        <source>result of a health check</source>
        <translation>sağlık denetiminin sonucu</translation>
    </message>
    <message>
        <source>state of a command</source>
        <translation>komutun durumu</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>istatistikler</translation>
    </message>
    <message>
        <source>version of the engine</source>
        <translation>motorun sürümü</translation>
    </message>
    <message>
        <source>description of the engine</source>
        <translation>motor bilgisi</translation>
    </message>
    <message>
        <source>Talking to %1</source>
        <translation>%1 ile konuşma</translation>
    </message>
    <message>
        <source>it speaks version %1 of the API at most, Kaptan needs %2 or later</source>
        <translation>API’nin en çok %1 sürümünü konuşuyor, Kaptan için en az %2 gerekli</translation>
    </message>
    <message>
        <source>it wants version %1 of the API or later, this Kaptan knows %2 at most</source>
        <translation>API’nin en az %1 sürümünü istiyor, bu Kaptan en çok %2 sürümünü biliyor</translation>
    </message>
    <message>
        <source>disk use</source>
        <translation>disk kullanımı</translation>
    </message>
    <message>
        <source>new object&apos;s id</source>
        <translation>yeni nesnenin kimliği</translation>
    </message>
    <message>
        <source>image list</source>
        <translation>imaj listesi</translation>
    </message>
    <message>
        <source>description of an image</source>
        <translation>imaj bilgisi</translation>
    </message>
    <message>
        <source>network list</source>
        <translation>ağ listesi</translation>
    </message>
    <message>
        <source>description of a network</source>
        <translation>ağ bilgisi</translation>
    </message>
    <message>
        <source>volume list</source>
        <translation>birim listesi</translation>
    </message>
    <message>
        <source>description of a volume</source>
        <translation>birim bilgisi</translation>
    </message>
    <message>
        <source>Changing the restart policy</source>
        <translation>Yeniden başlatma ilkesini değiştirme</translation>
    </message>
    <message>
        <source>Podman sets it when a container is created</source>
        <translation>Podman bunu konteyner oluşturulurken belirler</translation>
    </message>
    <message>
        <source>Running a health check</source>
        <translation>Sağlık denetimini çalıştırma</translation>
    </message>
    <message>
        <source>Docker runs them itself</source>
        <translation>Docker bunları kendisi çalıştırır</translation>
    </message>
    <message>
        <source>event</source>
        <translation>olay</translation>
    </message>
    <message>
        <source>the command closed its output and runs on</source>
        <translation>komut çıktısını kapattı ama çalışmayı sürdürüyor</translation>
    </message>
    <message>
        <source>progress of an image</source>
        <translation>imaj ilerlemesi</translation>
    </message>
</context>
<context>
    <name>EngineError</name>
    <message>
        <source>this engine does not know the call</source>
        <translation>bu motor bu çağrıyı tanımıyor</translation>
    </message>
</context>
<context>
    <name>JsonLines</name>
    <message>
        <source>stream of messages</source>
        <translation>ileti akışı</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>motor</translation>
    </message>
    <message>
        <source>a message is longer than any engine&apos;s</source>
        <translation>ileti, bir motorun göndereceğinden daha uzun</translation>
    </message>
</context>
<context>
    <name>LogDemuxer</name>
    <message>
        <source>log stream</source>
        <translation>log akışı</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>motor</translation>
    </message>
    <message>
        <source>an earlier frame was broken</source>
        <translation>önceki bir çerçeve bozuktu</translation>
    </message>
    <message>
        <source>no frame begins here</source>
        <translation>burada bir çerçeve başlamıyor</translation>
    </message>
    <message>
        <source>a frame says that it is %1 bytes long</source>
        <extracomment>%1 is a number of bytes</extracomment>
        <translation>bir çerçeve %1 bayt uzunluğunda olduğunu söylüyor</translation>
    </message>
    <message>
        <source>it ends inside a frame</source>
        <translation>bir çerçevenin ortasında bitiyor</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>connect to the engine</source>
        <translation>motora bağlanma</translation>
    </message>
    <message>
        <source>reach the engine</source>
        <translation>motora ulaşma</translation>
    </message>
    <message>
        <source>measure the disk use</source>
        <translation>disk kullanımını ölçme</translation>
    </message>
    <message>
        <source>list containers</source>
        <translation>konteynerleri listeleme</translation>
    </message>
    <message>
        <source>inspect container</source>
        <translation>konteyneri inceleme</translation>
    </message>
    <message>
        <source>create container</source>
        <translation>konteyner oluşturma</translation>
    </message>
    <message>
        <source>start container</source>
        <translation>konteyneri başlatma</translation>
    </message>
    <message>
        <source>stop container</source>
        <translation>konteyneri durdurma</translation>
    </message>
    <message>
        <source>restart container</source>
        <translation>konteyneri yeniden başlatma</translation>
    </message>
    <message>
        <source>kill container</source>
        <translation>konteyneri zorla sonlandırma</translation>
    </message>
    <message>
        <source>pause container</source>
        <translation>konteyneri duraklatma</translation>
    </message>
    <message>
        <source>resume container</source>
        <translation>konteyneri sürdürme</translation>
    </message>
    <message>
        <source>rename container</source>
        <translation>konteyneri yeniden adlandırma</translation>
    </message>
    <message>
        <source>remove container</source>
        <translation>konteyneri silme</translation>
    </message>
    <message>
        <source>change the limits of container</source>
        <translation>konteynerin sınırlarını değiştirme</translation>
    </message>
    <message>
        <source>wait for container</source>
        <translation>konteyneri bekleme</translation>
    </message>
    <message>
        <source>measure container</source>
        <translation>konteyneri ölçme</translation>
    </message>
    <message>
        <source>list the processes of container</source>
        <translation>konteynerin süreçlerini listeleme</translation>
    </message>
    <message>
        <source>run the health check of container</source>
        <translation>konteynerin sağlık denetimini çalıştırma</translation>
    </message>
    <message>
        <source>resize the terminal of container</source>
        <translation>konteynerin uçbirimini boyutlandırma</translation>
    </message>
    <message>
        <source>run a command in container</source>
        <translation>konteynerde komut çalıştırma</translation>
    </message>
    <message>
        <source>resize the terminal</source>
        <translation>uçbirimi boyutlandırma</translation>
    </message>
    <message>
        <source>ask how the command ended</source>
        <translation>komutun nasıl bittiğini sorma</translation>
    </message>
    <message>
        <source>list images</source>
        <translation>imajları listeleme</translation>
    </message>
    <message>
        <source>inspect image</source>
        <translation>imajı inceleme</translation>
    </message>
    <message>
        <source>remove image</source>
        <translation>imajı silme</translation>
    </message>
    <message>
        <source>tag image</source>
        <translation>imajı etiketleme</translation>
    </message>
    <message>
        <source>import image</source>
        <translation>imajı içe aktarma</translation>
    </message>
    <message>
        <source>list networks</source>
        <translation>ağları listeleme</translation>
    </message>
    <message>
        <source>inspect network</source>
        <translation>ağı inceleme</translation>
    </message>
    <message>
        <source>create network</source>
        <translation>ağ oluşturma</translation>
    </message>
    <message>
        <source>remove network</source>
        <translation>ağı silme</translation>
    </message>
    <message>
        <source>connect a container to network</source>
        <translation>konteyneri ağa bağlama</translation>
    </message>
    <message>
        <source>disconnect a container from network</source>
        <translation>konteynerin ağ bağlantısını kesme</translation>
    </message>
    <message>
        <source>list volumes</source>
        <translation>birimleri listeleme</translation>
    </message>
    <message>
        <source>create volume</source>
        <translation>birim oluşturma</translation>
    </message>
    <message>
        <source>remove volume</source>
        <translation>birimi silme</translation>
    </message>
    <message>
        <source>pull image</source>
        <translation>imajı çekme</translation>
    </message>
</context>
</TS>
