<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>DeploySpec</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>it cannot be the name of a deployment</source>
        <translation>bir deployment adı olamaz</translation>
    </message>
    <message>
        <source>Use 2 to 48 of a–z, 0–9 and “-”, and begin with a letter or digit.</source>
        <translation>a–z, 0–9 ve “-” karakterlerinden 2 ile 48 arası kullanın; harf veya rakamla başlayın.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>a deployment needs one</source>
        <translation>her deployment için bir imaj gerekir</translation>
    </message>
    <message>
        <source>Write name:tag.</source>
        <translation>ad:etiket biçiminde yazın.</translation>
    </message>
    <message>
        <source>it is no name of an image</source>
        <translation>bu bir imaj adı değil</translation>
    </message>
    <message>
        <source>Write name:tag without blanks.</source>
        <translation>Boşluk bırakmadan ad:etiket yazın.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam değişkenleri</translation>
    </message>
    <message>
        <source>“%1” is no name of a variable</source>
        <translation>“%1” bir değişken adı değil</translation>
    </message>
    <message>
        <source>Write NAME=value; a name is not empty and holds no “=”.</source>
        <translation>AD=değer yazın; ad boş olamaz ve “=” içeremez.</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1” iki kez yazılmış</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>İkisinden birini silin.</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Portlar</translation>
    </message>
    <message>
        <source>the port of the container is missing</source>
        <translation>konteynerin portu eksik</translation>
    </message>
    <message>
        <source>Give a number from 1 to 65535.</source>
        <translation>1 ile 65535 arasında bir sayı verin.</translation>
    </message>
    <message>
        <source>“%1” is no protocol</source>
        <translation>“%1” bir protokol değil</translation>
    </message>
    <message>
        <source>Use tcp, udp or sctp.</source>
        <translation>tcp, udp veya sctp kullanın.</translation>
    </message>
    <message>
        <source>the range ends before it begins</source>
        <translation>aralık başlamadan bitiyor</translation>
    </message>
    <message>
        <source>Write the lower port first, such as 8000-8010.</source>
        <translation>Önce küçük portu yazın, örneğin 8000-8010.</translation>
    </message>
    <message>
        <source>the host port %1 is there twice</source>
        <translation>%1 ana makine portu iki kez yazılmış</translation>
    </message>
    <message>
        <source>Give each mapping a host port of its own.</source>
        <translation>Her eşlemeye ayrı bir ana makine portu verin.</translation>
    </message>
    <message>
        <source>the network “%1” publishes none</source>
        <translation>“%1” ağı port yayımlamaz</translation>
    </message>
    <message>
        <source>Choose another network, or remove the ports.</source>
        <translation>Başka bir ağ seçin veya portları kaldırın.</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Birimler</translation>
    </message>
    <message>
        <source>“%1” is no folder in the container</source>
        <translation>“%1” konteynerde bir klasör değil</translation>
    </message>
    <message>
        <source>Give a path that begins with “/” and holds no “:”.</source>
        <translation>“/” ile başlayan ve “:” içermeyen bir yol verin.</translation>
    </message>
    <message>
        <source>“%1” is no name of a volume</source>
        <translation>“%1” bir birim adı değil</translation>
    </message>
    <message>
        <source>Use letters, digits, “_”, “.” and “-”, at least 2 of them.</source>
        <translation>Harf, rakam, “_”, “.” ve “-” kullanın; en az 2 karakter.</translation>
    </message>
    <message>
        <source>“%1” is no folder of the host</source>
        <translation>“%1” ana makinede bir klasör değil</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Sağlık denetimi</translation>
    </message>
    <message>
        <source>the command is missing</source>
        <translation>komut eksik</translation>
    </message>
    <message>
        <source>Write one that ends with 0 where all is well.</source>
        <translation>Her şey yolundaysa 0 ile biten bir komut yazın.</translation>
    </message>
    <message>
        <source>the path does not begin with “/”</source>
        <translation>yol “/” ile başlamıyor</translation>
    </message>
    <message>
        <source>Write it as /healthz.</source>
        <translation>/healthz gibi yazın.</translation>
    </message>
    <message>
        <source>the port is missing</source>
        <translation>port eksik</translation>
    </message>
    <message>
        <source>a time or number is too small</source>
        <translation>bir süre veya sayı çok küçük</translation>
    </message>
    <message>
        <source>Interval, time-out and retries are at least 1.</source>
        <translation>Aralık, zaman aşımı ve deneme sayısı en az 1 olmalıdır.</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>CPU sınırı</translation>
    </message>
    <message>
        <source>it is negative</source>
        <translation>negatif</translation>
    </message>
    <message>
        <source>Give 0 for no limit.</source>
        <translation>Sınır yoksa 0 verin.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Bellek sınırı</translation>
    </message>
    <message>
        <source>it is too small for an engine</source>
        <translation>motor için çok küçük</translation>
    </message>
    <message>
        <source>Give at least 6Mi, or 0 for no limit.</source>
        <translation>En az 6Mi verin, sınır yoksa 0.</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikalar</translation>
    </message>
    <message>
        <source>%1 cannot be the number of them</source>
        <translation>%1 replika sayısı olamaz</translation>
    </message>
    <message>
        <source>Give a number from 0 to 1000.</source>
        <translation>0 ile 1000 arasında bir sayı verin.</translation>
    </message>
    <message>
        <source>only one instance can hold the host port %1</source>
        <translation>%1 ana makine portunu yalnızca bir örnek tutabilir</translation>
    </message>
    <message>
        <source>Use 0 for a port that the engine chooses, or a range such as 8000-8010.</source>
        <translation>Portu motorun seçmesi için 0 verin veya 8000-8010 gibi bir aralık kullanın.</translation>
    </message>
    <message>
        <source>the range %1–%2 has not enough ports for %3 replicas</source>
        <translation>%1–%2 aralığında %3 replikaya yetecek port yok</translation>
    </message>
    <message>
        <source>Widen the range, or use 0 for ports that the engine chooses.</source>
        <translation>Aralığı genişletin veya portları motorun seçmesi için 0 verin.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>“%1” is no name of a network</source>
        <translation>“%1” bir ağ adı değil</translation>
    </message>
    <message>
        <source>Choose one from the list, or leave it empty for one of its own.</source>
        <translation>Listeden birini seçin veya kendi ağı olması için boş bırakın.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>“%1” cannot be used</source>
        <translation>“%1” kullanılamaz</translation>
    </message>
    <message>
        <source>Names are not empty, and those that begin with io.kaptan. are taken.</source>
        <translation>Adlar boş olamaz; io.kaptan. ile başlayanlar ayrılmıştır.</translation>
    </message>
</context>
<context>
    <name>EngineDeploy</name>
    <message>
        <source>there is a deployment “%1” already</source>
        <translation>“%1” adında bir deployment zaten var</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Looking for the image %1</source>
        <translation>%1 imajı aranıyor</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>the engine has no image “%1”</source>
        <translation>motorda “%1” imajı yok</translation>
    </message>
    <message>
        <source>Let it be pulled, or choose one from the list.</source>
        <translation>Çekilmesine izin verin veya listeden birini seçin.</translation>
    </message>
    <message>
        <source>Pulling %1:</source>
        <translation>%1 çekiliyor:</translation>
    </message>
    <message>
        <source>a container “%1” is there already</source>
        <translation>“%1” adında bir konteyner zaten var</translation>
    </message>
    <message>
        <source>a container of that name, with a number behind it, is there already</source>
        <translation>bu adın ardına sayı eklenmiş bir konteyner zaten var</translation>
    </message>
    <message>
        <source>Taking back what was made</source>
        <translation>Yapılanlar geri alınıyor</translation>
    </message>
</context>
<context>
    <name>EngineEvents</name>
    <message>
        <source>exit code %1</source>
        <translation>çıkış kodu %1</translation>
    </message>
    <message>
        <source>it needed more memory than it may have</source>
        <translation>izin verilenden fazla bellek istedi</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>sinyal %1</translation>
    </message>
    <message>
        <source>it was called %1</source>
        <translation>eski adı %1</translation>
    </message>
</context>
<context>
    <name>EngineFlow</name>
    <message>
        <source>there is no such deployment any more</source>
        <translation>böyle bir deployment artık yok</translation>
    </message>
    <message>
        <source>Writing down the plan</source>
        <translation>Plan kaydediliyor</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>%1 durduruluyor</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>%1 siliniyor</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>%1 oluşturuluyor</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>%1 başlatılıyor</translation>
    </message>
    <message>
        <source>Resuming %1</source>
        <translation>%1 sürdürülüyor</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>the engine has no network “%1”</source>
        <translation>motorda “%1” ağı yok</translation>
    </message>
    <message>
        <source>Choose one from the list, or leave it empty for one of its own.</source>
        <translation>Listeden birini seçin veya kendi ağı olması için boş bırakın.</translation>
    </message>
    <message>
        <source>Removing the network</source>
        <translation>Ağ siliniyor</translation>
    </message>
    <message>
        <source>it was removed while it restarted</source>
        <translation>yeniden başlarken silindi</translation>
    </message>
    <message numerus="yes">
        <source>not ready after %n second(s)</source>
        <translation>
            <numerusform>%n saniye sonra hazır değil</numerusform>
        </translation>
    </message>
    <message>
        <source>The others were not restarted. Its log and its health check may say why.</source>
        <translation>Diğerleri yeniden başlatılmadı. Nedenini logu ve sağlık denetimi gösterebilir.</translation>
    </message>
    <message>
        <source>Restarting %1</source>
        <translation>%1 yeniden başlatılıyor</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>artık yok</translation>
    </message>
    <message>
        <source>this instance is not there any more</source>
        <translation>bu örnek artık yok</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Ölçekleme</translation>
    </message>
</context>
<context>
    <name>EngineLogs</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>an instance that is missing has none</source>
        <translation>eksik bir örneğin logu olmaz</translation>
    </message>
</context>
<context>
    <name>EngineWorkloads</name>
    <message>
        <source>What it was made from cannot be read any more.</source>
        <translation>Hangi tanımdan oluşturulduğu artık okunamıyor.</translation>
    </message>
    <message>
        <source>It publishes the host port %1, which only one instance can hold.</source>
        <translation>%1 ana makine portunu yayımlıyor; bu portu yalnızca bir örnek tutabilir.</translation>
    </message>
    <message>
        <source>Compose keeps the number of its replicas: docker compose up --scale %1=3</source>
        <translation>Replika sayısını Compose tutar: docker compose up --scale %1=3</translation>
    </message>
    <message>
        <source>It is a single container. Deploy its image to run several of it.</source>
        <translation>Tek bir konteyner. Birkaç tane çalıştırmak için imajını deploy edin.</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>deploy</source>
        <translation>deploy etme</translation>
    </message>
    <message>
        <source>start</source>
        <translation>başlatma</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>durdurma</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>yeniden başlatma</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>onarma</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>silme</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>ölçekleme</translation>
    </message>
    <message>
        <source>read the log of</source>
        <translation>logunu okuma</translation>
    </message>
</context>
</TS>
