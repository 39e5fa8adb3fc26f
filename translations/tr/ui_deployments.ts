<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>DeployForm</name>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 a line&apos;s number in a text field, %2 what is wrong there</extracomment>
        <translation>Satır %1: %2</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Komut</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam değişkenleri</translation>
    </message>
    <message>
        <source>it ends with a lone backslash</source>
        <translation>tek bir ters bölü işaretiyle bitiyor</translation>
    </message>
    <message>
        <source>Remove the backslash, or write it twice.</source>
        <translation>Ters bölüyü silin ya da iki kez yazın.</translation>
    </message>
    <message>
        <source>the quote %1 is not closed</source>
        <extracomment>%1 a quote character, &apos; or &quot;</extracomment>
        <translation>%1 tırnağı kapatılmamış</translation>
    </message>
    <message>
        <source>Close it, or put a backslash before it if it belongs to the word.</source>
        <translation>Tırnağı kapatın; sözcüğün parçasıysa önüne ters bölü koyun.</translation>
    </message>
    <message>
        <source>the name of the variable is missing</source>
        <translation>değişkenin adı yok</translation>
    </message>
    <message>
        <source>the name “%1” holds a blank or “=”</source>
        <translation>“%1” adında boşluk ya da “=” var</translation>
    </message>
    <message>
        <source>there is no “=”</source>
        <translation>“=” yok</translation>
    </message>
    <message>
        <source>Write NAME=value.</source>
        <translation>AD=değer biçiminde yazın.</translation>
    </message>
    <message>
        <source>Write NAME=value; a name has no blanks.</source>
        <translation>AD=değer biçiminde yazın; adda boşluk olmaz.</translation>
    </message>
    <message>
        <source>Close the quote at the end of the value.</source>
        <translation>Değerin sonunda tırnağı kapatın.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>“%1” is no label</source>
        <translation>“%1” etiket değil</translation>
    </message>
    <message>
        <source>Write name=value, one a line.</source>
        <translation>Her satıra bir tane, ad=değer biçiminde yazın.</translation>
    </message>
    <message>
        <source>names that begin with io.kaptan. are Kaptan&apos;s own</source>
        <translation>io.kaptan. ile başlayan adlar Kaptan&apos;a ayrılmıştır</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1” iki kez yazılmış</translation>
    </message>
    <message>
        <source>Remove one of the two lines.</source>
        <translation>İki satırdan birini silin.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>A deployment needs a name</source>
        <translation>Deployment&apos;ın bir adı olmalı</translation>
    </message>
    <message>
        <source>Write a short one, such as web.</source>
        <translation>Kısa bir ad yazın, örneğin web.</translation>
    </message>
    <message>
        <source>“%1” holds what a name cannot</source>
        <translation>“%1” adda olamayacak karakterler içeriyor</translation>
    </message>
    <message>
        <source>Use a–z, 0–9 and “-”, and begin with a letter or digit.</source>
        <translation>a–z, 0–9 ve “-” kullanın; harf ya da rakamla başlayın.</translation>
    </message>
    <message>
        <source>The name is too short</source>
        <translation>Ad çok kısa</translation>
    </message>
    <message>
        <source>Use at least 2 characters.</source>
        <translation>En az 2 karakter kullanın.</translation>
    </message>
    <message numerus="yes">
        <source>The name has %n characters</source>
        <translation>
            <numerusform>Ad %n karakter</numerusform>
        </translation>
    </message>
    <message>
        <source>Use at most 48.</source>
        <translation>En çok 48 karakter kullanın.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>A deployment needs an image</source>
        <translation>Deployment&apos;ın bir imajı olmalı</translation>
    </message>
    <message>
        <source>Choose one, or write name:tag.</source>
        <translation>Listeden seçin ya da ad:etiket yazın.</translation>
    </message>
    <message>
        <source>“%1” is no name of an image</source>
        <translation>“%1” bir imaj adı değil</translation>
    </message>
    <message>
        <source>Write name:tag in lower case, such as nginx:1.27 or registry:5000/team/web:2.</source>
        <translation>Küçük harflerle ad:etiket yazın; örneğin nginx:1.27 ya da registry:5000/team/web:2.</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Portlar</translation>
    </message>
    <message>
        <source>Write HOST:CONTAINER, such as 8080:80.</source>
        <translation>SUNUCU:KONTEYNER biçiminde yazın, örneğin 8080:80.</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volume&apos;lar</translation>
    </message>
    <message>
        <source>“%1” is no protocol</source>
        <translation>“%1” bir protokol değil</translation>
    </message>
    <message>
        <source>Write /tcp, /udp or /sctp, or leave it out for TCP.</source>
        <translation>/tcp, /udp ya da /sctp yazın; TCP için boş bırakabilirsiniz.</translation>
    </message>
    <message>
        <source>“%1” is no address of this host</source>
        <translation>“%1” bu sunucunun bir adresi değil</translation>
    </message>
    <message>
        <source>Write an IP address before the port, such as 127.0.0.1:8080:80 or [::1]:8080:80.</source>
        <translation>Portun önüne IP adresi yazın; örneğin 127.0.0.1:8080:80 ya da [::1]:8080:80.</translation>
    </message>
    <message>
        <source>“%1” is no port of the container</source>
        <translation>“%1” konteynerin bir portu değil</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535, such as 8080:80.</source>
        <translation>Port 1 ile 65535 arasında bir sayıdır, örneğin 8080:80.</translation>
    </message>
    <message>
        <source>“%1” is no port of the host</source>
        <translation>“%1” sunucunun bir portu değil</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535, a range is 8000-8010.</source>
        <translation>Port 1 ile 65535 arasında bir sayıdır, aralık 8000-8010 gibi yazılır.</translation>
    </message>
    <message>
        <source>the two ranges are not of the same length</source>
        <translation>iki aralık aynı uzunlukta değil</translation>
    </message>
    <message>
        <source>Write as many host ports as container ports: 7000-7002:7000-7002.</source>
        <translation>Konteyner portu kadar sunucu portu yazın: 7000-7002:7000-7002.</translation>
    </message>
    <message>
        <source>the host port %1 is there twice</source>
        <translation>%1 sunucu portu iki kez yazılmış</translation>
    </message>
    <message>
        <source>Give each mapping a host port of its own.</source>
        <translation>Her eşlemeye ayrı bir sunucu portu verin.</translation>
    </message>
    <message>
        <source>Write NAME:/path, /folder/of/the/host:/path or tmpfs:/path, with :ro behind to read only.</source>
        <translation>AD:/yol, /sunucudaki/klasör:/yol ya da tmpfs:/yol yazın; salt okunur olması için sonuna :ro ekleyin.</translation>
    </message>
    <message>
        <source>“%1” does not say where in the container</source>
        <translation>“%1” konteynerdeki yeri söylemiyor</translation>
    </message>
    <message>
        <source>“%1” is no path in the container</source>
        <translation>“%1” konteynerde bir yol değil</translation>
    </message>
    <message>
        <source>The path in the container begins with “/” and is not “/” itself.</source>
        <translation>Konteynerdeki yol “/” ile başlar, “/” işaretinin kendisi olamaz.</translation>
    </message>
    <message>
        <source>“%1” has too many parts</source>
        <translation>“%1” fazla parçadan oluşuyor</translation>
    </message>
    <message>
        <source>“%1” is no absolute path</source>
        <translation>“%1” mutlak bir yol değil</translation>
    </message>
    <message>
        <source>A folder of the host is written from its root: /srv/www.</source>
        <translation>Sunucudaki klasör kökten başlayarak yazılır: /srv/www.</translation>
    </message>
    <message>
        <source>the volume has no name</source>
        <translation>volume&apos;un adı yok</translation>
    </message>
    <message>
        <source>“%1” is no name of a volume</source>
        <translation>“%1” bir volume adı değil</translation>
    </message>
    <message>
        <source>A volume&apos;s name has at least 2 of a–z, 0–9, “_”, “.” and “-”.</source>
        <translation>Volume adı a–z, 0–9, “_”, “.” ve “-” içinden en az 2 karakterdir.</translation>
    </message>
    <message>
        <source>“%1” is mounted twice</source>
        <translation>“%1” iki kez bağlanmış</translation>
    </message>
    <message>
        <source>Give each volume a path of its own.</source>
        <translation>Her volume&apos;a ayrı bir yol verin.</translation>
    </message>
</context>
<context>
    <name>Deployments</name>
    <message>
        <source>No replica has been made yet, so there is no log.</source>
        <translation>Henüz hiç replika oluşturulmadı, log da yok.</translation>
    </message>
    <message>
        <source>There is no replica to restart.</source>
        <translation>Yeniden başlatılacak replika yok.</translation>
    </message>
    <message>
        <source>Nothing of it runs.</source>
        <translation>Çalışan bir parçası yok.</translation>
    </message>
    <message>
        <source>All replicas run already.</source>
        <translation>Bütün replikalar zaten çalışıyor.</translation>
    </message>
    <message>
        <source>No replica is missing.</source>
        <translation>Eksik replika yok.</translation>
    </message>
    <message>
        <source>Only deployments and Compose services can be scaled.</source>
        <translation>Yalnızca deployment&apos;lar ve Compose servisleri ölçeklenebilir.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Bağlantı yok.</translation>
    </message>
    <message>
        <source>The connection is not live now.</source>
        <translation>Bağlantı şu anda canlı değil.</translation>
    </message>
    <message>
        <source>This connection cannot do that.</source>
        <translation>Bu bağlantı bunu yapamaz.</translation>
    </message>
    <message>
        <source>Select a deployment first.</source>
        <translation>Önce bir deployment seçin.</translation>
    </message>
    <message>
        <source>Select a single deployment for this.</source>
        <translation>Bunun için tek bir deployment seçin.</translation>
    </message>
    <message>
        <source>Wait for what is under way: %1.</source>
        <extracomment>%1 what is being done: &quot;Stopping&quot;</extracomment>
        <translation>Süren işin bitmesini bekleyin: %1.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 silinsin mi?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n deployments?</source>
        <translation>
            <numerusform>%n deployment silinsin mi?</numerusform>
        </translation>
    </message>
    <message>
        <source>Running processes are stopped. This cannot be undone.</source>
        <translation>Çalışan süreçler durdurulur. Bu işlem geri alınamaz.</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n deployment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n konteyner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n ağ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anonymous volumes, with their data</source>
        <translation>
            <numerusform>%n adsız volume, verileriyle birlikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n volume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n containers</source>
        <translation>
            <numerusform>%n konteyneri sil</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 durdurulsun mu?</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>%1 yeniden başlatılsın mı?</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n deployments?</source>
        <translation>
            <numerusform>%n deployment durdurulsun mu?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n deployments?</source>
        <translation>
            <numerusform>%n deployment yeniden başlatılsın mı?</numerusform>
        </translation>
    </message>
    <message>
        <source>They serve nobody until they are started again.</source>
        <translation>Yeniden başlatılana kadar hizmet vermezler.</translation>
    </message>
    <message>
        <source>Their replicas are restarted one after another.</source>
        <translation>Replikaları sırayla yeniden başlatılır.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Yeniden başlat</translation>
    </message>
    <message>
        <source>Stopped; nothing of it runs.</source>
        <translation>Durduruldu; çalışan bir parçası yok.</translation>
    </message>
    <message>
        <source>It has done its work and ended with code 0.</source>
        <translation>İşini yaptı ve 0 koduyla bitti.</translation>
    </message>
    <message numerus="yes">
        <source>All %n replicas are ready.</source>
        <translation>
            <numerusform>%n replikanın tümü hazır.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replicas are ready.</source>
        <translation>
            <numerusform>%n replikadan %1 tanesi hazır.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replicas are missing.</source>
        <translation>
            <numerusform>%n replika eksik.</numerusform>
        </translation>
    </message>
    <message>
        <source>exit %1, out of memory</source>
        <extracomment>how a container&apos;s process ended last</extracomment>
        <translation>çıkış %1, bellek yetmedi</translation>
    </message>
    <message>
        <source>exit 137, killed</source>
        <translation>çıkış 137, öldürüldü</translation>
    </message>
    <message>
        <source>exit 143, terminated</source>
        <translation>çıkış 143, sonlandırıldı</translation>
    </message>
    <message>
        <source>exit 139, crashed</source>
        <translation>çıkış 139, çöktü</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>çıkış %1</translation>
    </message>
    <message>
        <source>It has no template to be rolled out again. Delete its pods instead.</source>
        <translation>Yeniden dağıtılacak bir şablonu yok. Bunun yerine pod&apos;larını silin.</translation>
    </message>
    <message>
        <source>A cluster has no “stop”: scale it to 0 replicas.</source>
        <translation>Kümelerde “durdur” yok: 0 replikaya ölçekleyin.</translation>
    </message>
    <message>
        <source>A cluster has no “start”: scale it to the replicas that it ought to have.</source>
        <translation>Kümelerde “başlat” yok: olması gereken replika sayısına ölçekleyin.</translation>
    </message>
    <message>
        <source>The cluster replaces missing pods by itself.</source>
        <translation>Küme eksik pod&apos;ları kendisi yeniden oluşturur.</translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n pod</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n pods</source>
        <extracomment>a button: deletes what was listed</extracomment>
        <translation>
            <numerusform>%n pod&apos;u sil</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Several connections are shown together. Choose one of them to deploy to it.</source>
        <translation>Birkaç bağlantı birlikte gösteriliyor. Dağıtmak için içlerinden birini seçin.</translation>
    </message>
    <message>
        <source>The pod is deleted and replaced by a new one.</source>
        <translation>Pod silinir ve yerine yenisi gelir.</translation>
    </message>
    <message>
        <source>What it serves is interrupted until it is up again.</source>
        <translation>Yeniden ayağa kalkana kadar hizmeti kesilir.</translation>
    </message>
    <message>
        <source>Scale %1 to 0 replicas?</source>
        <translation>%1 0 replikaya ölçeklensin mi?</translation>
    </message>
    <message>
        <source>Nothing of it runs until it is scaled up again.</source>
        <translation>Yeniden ölçeklenene kadar hiçbir parçası çalışmaz.</translation>
    </message>
    <message numerus="yes">
        <source>%n replicas</source>
        <translation>
            <numerusform>%n replika</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n replicas</source>
        <translation>
            <numerusform>%n replikayı kaldır</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ActionBar</name>
    <message>
        <source>More actions</source>
        <translation>Diğer eylemler</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ChartWidget</name>
    <message>
        <source>No samples yet</source>
        <translation>Henüz ölçüm yok</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeployDialog</name>
    <message>
        <source>Deploy</source>
        <translation>Dağıt</translation>
    </message>
    <message>
        <source>New deployment</source>
        <translation>Yeni deployment</translation>
    </message>
    <message>
        <source>Continue in the background</source>
        <extracomment>buttons of the deploy form</extracomment>
        <translation>Arka planda sürdür</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Closes the form; the task list shows how far it is</source>
        <translation>Formu kapatır; ne aşamada olduğunu görev listesi gösterir</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeployFlow</name>
    <message>
        <source>Deploy %1</source>
        <translation>%1: dağıt</translation>
    </message>
    <message>
        <source>%1 was deployed</source>
        <translation>%1 dağıtıldı</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeployForm</name>
    <message>
        <source>There is a deployment of this name already</source>
        <translation>Bu adda bir deployment zaten var</translation>
    </message>
    <message>
        <source>Choose another name, or delete that one first.</source>
        <translation>Başka bir ad seçin ya da önce onu silin.</translation>
    </message>
    <message numerus="yes">
        <source>%n replicas cannot share the host port %1</source>
        <translation>
            <numerusform>%n replika %1 sunucu portunu paylaşamaz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave the host port out (%1), or give a range of %n ports.</source>
        <translation>
            <numerusform>Sunucu portunu yazmayın (%1) ya da %n portluk bir aralık verin.</numerusform>
        </translation>
    </message>
    <message>
        <source>An engine gives a container at least 6 Mi</source>
        <translation>Motor bir konteynere en az 6 Mi verir</translation>
    </message>
    <message>
        <source>Write 6Mi or more.</source>
        <translation>6Mi ya da daha fazlasını yazın.</translation>
    </message>
    <message>
        <source>The check has no command</source>
        <translation>Denetimin komutu yok</translation>
    </message>
    <message>
        <source>Write one that ends with 0 when all is well.</source>
        <translation>Her şey yolundayken 0 ile biten bir komut yazın.</translation>
    </message>
    <message>
        <source>The check has no port</source>
        <translation>Denetimin portu yok</translation>
    </message>
    <message>
        <source>Write the port in the container that is to answer.</source>
        <translation>Konteynerde yanıt verecek portu yazın.</translation>
    </message>
    <message>
        <source>The path does not begin with “/”</source>
        <translation>Yol “/” ile başlamıyor</translation>
    </message>
    <message>
        <source>Write it as in an address: /healthz.</source>
        <translation>Adresteki gibi yazın: /healthz.</translation>
    </message>
    <message>
        <source>This is no absolute path</source>
        <translation>Bu mutlak bir yol değil</translation>
    </message>
    <message>
        <source>Begin with “/”.</source>
        <translation>“/” ile başlayın.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ad</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;İmaj</translation>
    </message>
    <message>
        <source>&amp;Replicas</source>
        <translation>&amp;Replika</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Komut</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>imajın kendisininki</translation>
    </message>
    <message>
        <source>&amp;Ports</source>
        <translation>&amp;Portlar</translation>
    </message>
    <message>
        <source>8080:80
80   (any free port of the host)</source>
        <translation>8080:80
80   (sunucunun boş bir portu)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>A&amp;ğ</translation>
    </message>
    <message>
        <source>one of its own, made when missing</source>
        <translation>kendi ağı; yoksa oluşturulur</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam değişkenleri</translation>
    </message>
    <message>
        <source>&amp;Volumes</source>
        <translation>&amp;Volume&apos;lar</translation>
    </message>
    <message>
        <source>C&amp;PU limit</source>
        <translation>CP&amp;U sınırı</translation>
    </message>
    <message>
        <source>none, or 250m, 1.5</source>
        <translation>yok, ya da 250m, 1,5</translation>
    </message>
    <message>
        <source>&amp;Memory limit</source>
        <translation>&amp;Bellek sınırı</translation>
    </message>
    <message>
        <source>none, or 256Mi, 1.5Gi</source>
        <translation>yok, ya da 256Mi, 1.5Gi</translation>
    </message>
    <message>
        <source>Res&amp;tart policy</source>
        <translation>&amp;Yeniden başlatma</translation>
    </message>
    <message>
        <source>C&amp;heck command</source>
        <translation>Denetim k&amp;omutu</translation>
    </message>
    <message>
        <source>Check p&amp;ort</source>
        <translation>Denetim p&amp;ortu</translation>
    </message>
    <message>
        <source>Check p&amp;ath</source>
        <translation>Denetim yo&amp;lu</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>E&amp;tiketler</translation>
    </message>
    <message>
        <source>&amp;Entrypoint</source>
        <translation>&amp;Entrypoint</translation>
    </message>
    <message>
        <source>Workin&amp;g folder</source>
        <translation>Çalışma kla&amp;sörü</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>K&amp;ullanıcı</translation>
    </message>
    <message>
        <source>Pull i&amp;f missing</source>
        <translation>Yoksa &amp;çek</translation>
    </message>
    <message>
        <source>Fetches the image from its registry where the engine does not have it</source>
        <translation>Motorda yoksa imajı kayıt sunucusundan çeker</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volume&apos;lar</translation>
    </message>
    <message>
        <source>Limits and restarts</source>
        <translation>Sınırlar</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Sağlık denetimi</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Diğer</translation>
    </message>
    <message>
        <source>Always, unless stopped by hand</source>
        <translation>Elle durdurulmadıkça her zaman</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Her zaman</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>Hata olunca</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Hiçbir zaman</translation>
    </message>
    <message>
        <source>at &amp;most</source>
        <extracomment>how often a failed container is restarted; 0: without end</extracomment>
        <translation>en &amp;çok</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>sınırsız</translation>
    </message>
    <message>
        <source> times</source>
        <translation> kez</translation>
    </message>
    <message>
        <source>Restarts at most</source>
        <translation>En çok yeniden başlatma</translation>
    </message>
    <message>
        <source>None, or the image&apos;s own</source>
        <extracomment>kinds of health checks</extracomment>
        <translation>Yok ya da imajın kendisininki</translation>
    </message>
    <message>
        <source>A command in the container</source>
        <translation>Konteynerde bir komut</translation>
    </message>
    <message>
        <source>An HTTP request in the container</source>
        <translation>Konteynerde bir HTTP isteği</translation>
    </message>
    <message>
        <source>A TCP connection in the container</source>
        <translation>Konteynerde bir TCP bağlantısı</translation>
    </message>
    <message>
        <source>Chec&amp;k by</source>
        <translation>Denetim tü&amp;rü</translation>
    </message>
    <message>
        <source>Kind of health check</source>
        <translation>Sağlık denetimi türü</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Aralık</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zaman aşımı</translation>
    </message>
    <message>
        <source>Unhealthy after</source>
        <translation>Hata eşiği</translation>
    </message>
    <message>
        <source>Start period</source>
        <translation>Başlangıç süresi</translation>
    </message>
    <message>
        <source> failures</source>
        <extracomment>seconds behind a number; failures of a health check behind a number</extracomment>
        <translation> hata</translation>
    </message>
    <message>
        <source> s</source>
        <translation> sn</translation>
    </message>
    <message>
        <source>One a line: NAME:/path is a volume, /folder:/path a folder of the host, tmpfs:/path memory; :ro behind it makes it read-only. Volumes stay when the deployment is deleted.</source>
        <translation>Her satıra bir tane: AD:/yol bir volume, /klasör:/yol sunucudaki bir klasör, tmpfs:/yol bellektir; sondaki :ro salt okunur yapar. Deployment silinince volume&apos;lar kalır.</translation>
    </message>
    <message>
        <source>A replica counts as ready when its check says so; the start period is given to it before failures count.</source>
        <translation>Replika, denetimi onaylayınca hazır sayılır; başlangıç süresi içindeki hatalar sayılmaz.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeploymentsModel</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proje</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>column: ready replicas of wanted ones</extracomment>
        <translation>Hazır</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>1 h</source>
        <extracomment>column of small charts: the last hour</extracomment>
        <translation>1 sa</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Yeniden b.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>Replicas that run and are healthy, of those that ought to</source>
        <translation>Çalışması gereken replikalardan çalışan ve sağlıklı olanlar</translation>
    </message>
    <message>
        <source>Cores, or thousandths of one (250m), all replicas together</source>
        <translation>Çekirdek ya da binde biri (250m), bütün replikalar birlikte</translation>
    </message>
    <message>
        <source>CPU of the last hour, or since the row has been in sight</source>
        <translation>Son bir saatin CPU&apos;su ya da satır göründüğünden beri</translation>
    </message>
    <message>
        <source>Memory in use without caches, all replicas together</source>
        <translation>Önbellekler hariç kullanılan bellek, bütün replikalar birlikte</translation>
    </message>
    <message>
        <source>Memory of the last hour, or since the row has been in sight</source>
        <translation>Son bir saatin belleği ya da satır göründüğünden beri</translation>
    </message>
    <message>
        <source>Restarts by the engine, all replicas together</source>
        <translation>Motorun yeniden başlatmaları, bütün replikalar birlikte</translation>
    </message>
    <message>
        <source>Since the oldest replica was created</source>
        <translation>En eski replika oluşturulduğundan beri</translation>
    </message>
    <message>
        <source>Namespace</source>
        <extracomment>a Compose project</extracomment>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Cluster</source>
        <extracomment>column: the connection that a row is of, where several are shown together</extracomment>
        <translation>Küme</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>column: a Compose project or a cluster&apos;s namespace</extracomment>
        <translation>Grup</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeploymentsPane</name>
    <message>
        <source>Deployments</source>
        <translation>Deployment&apos;lar</translation>
    </message>
    <message>
        <source>Show only these; again to show all</source>
        <translation>Yalnızca bunları göster; tümü için bir daha tıklayın</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n çalışmıyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n kısmen çalışıyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <extracomment>deployments that are being changed or are starting</extracomment>
        <translation>
            <numerusform>%n sürüyor</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 rows shown, %2 rows there are</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Select a deployment first.</source>
        <translation>Önce bir deployment seçin.</translation>
    </message>
    <message>
        <source>Filter by name, project, image, state</source>
        <translation>Ad, proje, imaj ya da duruma göre süz</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>Deployment&apos;ları süz</translation>
    </message>
    <message>
        <source>No deployments yet</source>
        <translation>Henüz deployment yok</translation>
    </message>
    <message>
        <source>Nothing runs on this connection. Deploy an image to begin.</source>
        <translation>Bu bağlantıda çalışan bir şey yok. Başlamak için bir imaj dağıtın.</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Duruma göre süz</translation>
    </message>
    <message>
        <source>Filter by kind</source>
        <translation>Türe göre süz</translation>
    </message>
    <message>
        <source>State: all</source>
        <translation>Durum: tümü</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Çalışmıyor</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Kısmen çalışıyor</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Sürüyor</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Çalışıyor</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Durdu</translation>
    </message>
    <message>
        <source>Kind: all</source>
        <translation>Tür: tümü</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::EnvironmentModel</name>
    <message>
        <source>hidden</source>
        <translation>gizli</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>name and value of an environment variable</extracomment>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::EnvironmentTable</name>
    <message>
        <source>Environment variables</source>
        <translation>Ortam değişkenleri</translation>
    </message>
    <message>
        <source>Show &amp;hidden values</source>
        <translation>&amp;Gizli değerleri göster</translation>
    </message>
    <message>
        <source>Values of names such as PASSWORD, TOKEN or KEY are shown as dots</source>
        <translation>PASSWORD, TOKEN, KEY gibi adların değerleri nokta olarak gösterilir</translation>
    </message>
    <message>
        <source>Paste .&amp;env</source>
        <translation>.&amp;env yapıştır</translation>
    </message>
    <message>
        <source>Adds the NAME=value lines of the clipboard (Ctrl+V in the table)</source>
        <translation>Panodaki AD=değer satırlarını ekler (tabloda Ctrl+V)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Kaldır</translation>
    </message>
    <message>
        <source>Removes the selected variables (Ctrl+Del)</source>
        <translation>Seçili değişkenleri kaldırır (Ctrl+Del)</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam değişkenleri</translation>
    </message>
    <message>
        <source>Write a name without blanks, such as DB_HOST.</source>
        <translation>Boşluksuz bir ad yazın, örneğin DB_HOST.</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1” iki kez yazılmış</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>İkisinden birini silin.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::HistoryTab</name>
    <message>
        <source>under way</source>
        <extracomment>of a deployment: under way</extracomment>
        <translation>sürüyor</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>başarılı</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>yarıda kesildi</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>geri alındı</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Ölçekleme</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <extracomment>%1 its number</extracomment>
        <translation>Revizyon %1</translation>
    </message>
    <message>
        <source>Nothing was recorded of it yet. Kaptan keeps revisions from when it first sees them.</source>
        <translation>Bununla ilgili henüz bir şey kaydedilmedi. Kaptan revizyonları ilk gördüğü andan itibaren saklar.</translation>
    </message>
    <message>
        <source>History of this deployment</source>
        <translation>Bu deployment&apos;ın geçmişi</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Karşılaştır</translation>
    </message>
    <message>
        <source>The earlier revision</source>
        <translation>Önceki revizyon</translation>
    </message>
    <message>
        <source>The later revision</source>
        <translation>Sonraki revizyon</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::PastModel</name>
    <message>
        <source>Age</source>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>column of a history: what happened</extracomment>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Who</source>
        <extracomment>column of a history: who did it or told of it</extracomment>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ReplicaModel</name>
    <message>
        <source>It ought to be there and is not; repair makes it again.</source>
        <translation>Olması gerekirken yok; onarım onu yeniden oluşturur.</translation>
    </message>
    <message>
        <source>up %1</source>
        <extracomment>%1 a span of time such as &quot;3 min&quot;</extracomment>
        <translation>%1 ayakta</translation>
    </message>
    <message>
        <source>ended %1 ago</source>
        <translation>%1 önce bitti</translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n yeniden başlatma</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU %1</source>
        <extracomment>how much CPU a replica uses</extracomment>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Başlangıç: %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <extracomment>%1 the name of a node: where a pod runs</extracomment>
        <translation>%1 üzerinde</translation>
    </message>
    <message>
        <source>init</source>
        <extracomment>a container that runs before the others</extracomment>
        <translation>init</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>hazır</translation>
    </message>
    <message>
        <source>last %1 (%2)</source>
        <extracomment>why a container ended the last time: %1 a word as OOMKilled, %2 its exit code</extracomment>
        <translation>son: %1 (%2)</translation>
    </message>
    <message>
        <source>startup probe</source>
        <translation>startup probe</translation>
    </message>
    <message>
        <source>readiness probe</source>
        <translation>readiness probe</translation>
    </message>
    <message>
        <source>liveness probe</source>
        <translation>liveness probe</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>başarılı</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>henüz değil</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>bilinmiyor</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ScaleDialog</name>
    <message>
        <source>Scale %1</source>
        <translation>%1: ölçekle</translation>
    </message>
    <message>
        <source>&amp;Replicas</source>
        <translation>&amp;Replika</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikalar</translation>
    </message>
    <message>
        <source>Scale</source>
        <extracomment>a button</extracomment>
        <translation>Ölçekle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message numerus="yes">
        <source>%n replicas are added.</source>
        <translation>
            <numerusform>%n replika eklenir.</numerusform>
        </translation>
    </message>
    <message>
        <source>All are removed; the deployment stays and can be scaled up again.</source>
        <translation>Tümü kaldırılır; deployment kalır ve yeniden büyütülebilir.</translation>
    </message>
    <message numerus="yes">
        <source>%n replicas are removed, the newest first.</source>
        <translation>
            <numerusform>%n replika kaldırılır, en yenisinden başlayarak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replicas now. Choose another number.</source>
        <translation>
            <numerusform>Şu anda %n replika var. Başka bir sayı seçin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another number first.</source>
        <translation>Önce başka bir sayı seçin.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::SummaryTab</name>
    <message>
        <source>Ports</source>
        <translation>Portlar</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikalar</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Metin olarak kopyala</translation>
    </message>
    <message numerus="yes">
        <source>%n replicas are missing</source>
        <translation>
            <numerusform>%n replika eksik</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <translation>Etiketler (%1)</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>%1 adresini tarayıcıda aç</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 adresini aç</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proje</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Ağlar</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revizyon</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Sağlık denetimi</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>var</translation>
    </message>
    <message>
        <source>none</source>
        <comment>health check</comment>
        <translation>yok</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Yeniden başlatma</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Oluşturuldu</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Bellek sınırı</translation>
    </message>
    <message>
        <source>Logs of this replica</source>
        <translation>Bu replikanın logları</translation>
    </message>
    <message>
        <source>Restart this replica</source>
        <translation>Bu replikayı yeniden başlat</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Adı kopyala</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Kimliği kopyala</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod&apos;lar</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>what made an object: &quot;ReplicaSet web-7d4b9c&quot;</extracomment>
        <translation>Sahibi</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Durum koşulları</translation>
    </message>
    <message>
        <source>Cluster</source>
        <extracomment>the connection that it is of, where several are shown together</extracomment>
        <translation>Küme</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::WorkloadActions</name>
    <message>
        <source>Deploy …</source>
        <translation>Dağıt …</translation>
    </message>
    <message>
        <source>Logs</source>
        <extracomment>actions on deployments: short, they stand on buttons</extracomment>
        <translation>Loglar</translation>
    </message>
    <message>
        <source>Scale …</source>
        <translation>Ölçekle …</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Yeniden başlat</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Başlat</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Onar</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Sil …</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Adı kopyala</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1: yeniden başlat</translation>
    </message>
    <message>
        <source>%1 was restarted</source>
        <translation>%1 yeniden başlatıldı</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1: başlat</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>%1 başlatıldı</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>the state of a deployment while an action runs</extracomment>
        <translation>Başlatılıyor</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1: durdur</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 durduruldu</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Durduruluyor</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Yeniden başlatılıyor</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <translation>%1: onar</translation>
    </message>
    <message>
        <source>%1 was repaired</source>
        <translation>%1 onarıldı</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Onarılıyor</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1: sil</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 silindi</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Siliniyor</translation>
    </message>
    <message>
        <source>Scaling %1 → %2</source>
        <extracomment>%1 from, %2 to a number of replicas; the state of a deployment</extracomment>
        <translation>Ölçekleniyor %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>Scale %1 to %n replicas</source>
        <translation>
            <numerusform>%1: %n replikaya ölçekle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n replicas</source>
        <translation>
            <numerusform>%1 artık %n replika</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>the object of a cluster, as YAML and by form</extracomment>
        <translation>Düzenle</translation>
    </message>
    <message>
        <source>Choose one row in the table.</source>
        <translation>Tabloda tek satır seçin.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::WorkloadDetails</name>
    <message>
        <source>Summary</source>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Ölçümler</translation>
    </message>
    <message>
        <source>Events of this deployment</source>
        <translation>Bu deployment&apos;ın olayları</translation>
    </message>
    <message>
        <source>No events since the connection was made.</source>
        <translation>Bağlantı kurulduğundan beri olay yok.</translation>
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
        <source>Network</source>
        <extracomment>chart legend: bytes received and sent over the network</extracomment>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>in</source>
        <translation>gelen</translation>
    </message>
    <message>
        <source>out</source>
        <translation>giden</translation>
    </message>
    <message>
        <source>Disk</source>
        <extracomment>chart legend: bytes read from and written to disk</extracomment>
        <translation>Disk</translation>
    </message>
    <message>
        <source>read</source>
        <translation>okunan</translation>
    </message>
    <message>
        <source>written</source>
        <translation>yazılan</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>a tab: what was done to a deployment, and when</extracomment>
        <translation>Geçmiş</translation>
    </message>
    <message>
        <source>Charts</source>
        <extracomment>a tab: what was recorded over hours and days</extracomment>
        <translation>Grafikler</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::WorkloadEventsModel</name>
    <message>
        <source>Age</source>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>column of events: what happened</extracomment>
        <translation>Olay</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
</context>
</TS>
