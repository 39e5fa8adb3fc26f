<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Cluster</name>
    <message>
        <source>Type the name of an image.</source>
        <translation>Bir imaj adı yazın.</translation>
    </message>
    <message>
        <source>An image is no web address: leave out “https://”.</source>
        <translation>İmaj bir web adresi değildir: “https://” kısmını çıkarın.</translation>
    </message>
    <message>
        <source>A name holds no blanks.</source>
        <translation>Adda boşluk olamaz.</translation>
    </message>
    <message>
        <source>Names of images are in lower case; only the tag may have capitals.</source>
        <translation>İmaj adları küçük harfle yazılır; yalnızca etikette büyük harf olabilir.</translation>
    </message>
    <message>
        <source>That is no image name. Examples: nginx, nginx:1.27, registry.example.org/team/app:2</source>
        <translation>Bu bir imaj adı değil. Örnekler: nginx, nginx:1.27, registry.example.org/team/app:2</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Bir ad yazın.</translation>
    </message>
    <message>
        <source>At least two characters.</source>
        <translation>En az iki karakter.</translation>
    </message>
    <message>
        <source>At most 255 characters.</source>
        <translation>En çok 255 karakter.</translation>
    </message>
    <message>
        <source>Letters a to z, digits, and . _ - behind the first character.</source>
        <translation>a–z harfleri ve rakamlar; ilk karakterden sonra . _ - de olabilir.</translation>
    </message>
    <message>
        <source>No container uses it</source>
        <translation>Hiçbir konteyner kullanmıyor</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <extracomment>after some names: so many more</extracomment>
        <translation>
            <numerusform> ve %n tane daha</numerusform>
        </translation>
    </message>
    <message>
        <source>untagged</source>
        <extracomment>an image without a name</extracomment>
        <translation>etiketsiz</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>ID</source>
        <extracomment>column: identity, the first digits of a hash</extracomment>
        <translation>Kimlik</translation>
    </message>
    <message>
        <source>Used by</source>
        <extracomment>column: by how many containers it is used</extracomment>
        <translation>Kullanan</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Age</source>
        <extracomment>column: since when it exists</extracomment>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Birim</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Sürücü</translation>
    </message>
    <message>
        <source>Known after disk use was measured (overview)</source>
        <translation>Disk kullanımı ölçülünce bilinir (genel bakış)</translation>
    </message>
    <message>
        <source>Anonymous: made by an image for a container
%1</source>
        <translation>Adsız: bir imajın konteyner için oluşturduğu birim
%1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>Subnet</source>
        <extracomment>column: address range of a network</extracomment>
        <translation>Alt ağ</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Konteynerler</translation>
    </message>
    <message>
        <source>Made by the engine itself</source>
        <translation>Motorun kendi oluşturduğu ağ</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ClusterPane</name>
    <message>
        <source>Refresh</source>
        <translation>Yenile</translation>
    </message>
    <message>
        <source>Measure disk use</source>
        <translation>Disk kullanımını ölç</translation>
    </message>
    <message>
        <source>Pull image …</source>
        <translation>İmaj çek …</translation>
    </message>
    <message>
        <source>Create volume …</source>
        <translation>Birim oluştur …</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Kaldır …</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Adı kopyala</translation>
    </message>
    <message>
        <source>Show the engine’s overview</source>
        <translation>Motorun genel görünümünü göster</translation>
    </message>
    <message>
        <source>Show images</source>
        <translation>İmajları göster</translation>
    </message>
    <message>
        <source>Show volumes</source>
        <translation>Birimleri göster</translation>
    </message>
    <message>
        <source>Show networks</source>
        <translation>Ağları göster</translation>
    </message>
    <message>
        <source>No engine behind this connection</source>
        <translation>Bu bağlantının arkasında bir motor yok</translation>
    </message>
    <message>
        <source>This pane shows Docker and Podman engines.</source>
        <translation>Bu bölme Docker ve Podman motorlarını gösterir.</translation>
    </message>
    <message>
        <source>No images</source>
        <translation>İmaj yok</translation>
    </message>
    <message>
        <source>Containers are made from images. Pull one from a registry.</source>
        <translation>Konteynerler imajlardan oluşturulur. Bir kayıt sunucusundan imaj çekin.</translation>
    </message>
    <message>
        <source>No volumes</source>
        <translation>Birim yok</translation>
    </message>
    <message>
        <source>Volumes keep data when containers go. They can also be made with a deployment.</source>
        <translation>Birimler, konteynerler gidince verileri saklar. Bir deployment ile birlikte de oluşturulabilirler.</translation>
    </message>
    <message>
        <source>No networks</source>
        <translation>Ağ yok</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>İmajlar</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Birimler</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Ağlar</translation>
    </message>
    <message>
        <source>Parts of the engine</source>
        <translation>Motorun bölümleri</translation>
    </message>
    <message>
        <source>Summary</source>
        <extracomment>tab of the details: the main facts</extracomment>
        <translation>Özet</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Motor bağlı değil.</translation>
    </message>
    <message>
        <source>Choose a row in the table.</source>
        <translation>Tabloda bir satır seçin.</translation>
    </message>
    <message>
        <source>%1 is used by %2. Remove these containers first.</source>
        <extracomment>why it cannot be removed: %1 is an image, volume or network, %2 the names of containers</extracomment>
        <translation>%1 şu konteynerlerce kullanılıyor: %2. Önce onları kaldırın.</translation>
    </message>
    <message>
        <source>%1 belongs to the engine itself.</source>
        <translation>%1 motorun kendisine ait.</translation>
    </message>
    <message>
        <source>Pull image</source>
        <translation>İmaj çek</translation>
    </message>
    <message>
        <source>The engine fetches the image from its registry.</source>
        <translation>Motor, imajı kayıt sunucusundan indirir.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Çek</translation>
    </message>
    <message>
        <source>Pulls %1</source>
        <extracomment>%1 is an image with its tag</extracomment>
        <translation>%1 çekilecek</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>%1 çekiliyor</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 hazır.</translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation>Birim oluştur</translation>
    </message>
    <message>
        <source>A place for data that stays when containers go.</source>
        <translation>Konteynerler gidince de kalan veriler için bir yer.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Oluştur</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Sürücü</translation>
    </message>
    <message>
        <source>There is a volume of this name.</source>
        <translation>Bu adda bir birim zaten var.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>%n imajı kaldır</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be pulled again from their registry, where they have one.</source>
        <translation>Kayıt sunucusu olanlar oradan yeniden çekilebilir.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n imaj</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed.</source>
        <translation>
            <numerusform>%n imaj kaldırıldı.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation>
            <numerusform>%n birimi kaldır</numerusform>
        </translation>
    </message>
    <message>
        <source>Their data is lost for ever.</source>
        <translation>İçindeki veriler geri gelmez.</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) with all data</source>
        <translation>
            <numerusform>Bütün verileriyle %n birim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) removed.</source>
        <translation>
            <numerusform>%n birim kaldırıldı.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation>
            <numerusform>%n ağı kaldır</numerusform>
        </translation>
    </message>
    <message>
        <source>No container is in them now.</source>
        <translation>Şu anda içlerinde konteyner yok.</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n ağ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) removed.</source>
        <translation>
            <numerusform>%n ağ kaldırıldı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Küme</translation>
    </message>
    <message>
        <source>It is being measured.</source>
        <translation>Şu anda ölçülüyor.</translation>
    </message>
    <message>
        <source>Podman does not tell when networks change: F5 reads them again.</source>
        <translation>Podman ağ değişikliklerini bildirmez: F5 yeniden okur.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Genel bakış</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Kullanan</translation>
    </message>
    <message>
        <source>no container</source>
        <translation>hiçbir konteyner</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler (label)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>Kimlik</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Özetler (digest)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Oluşturulma</translation>
    </message>
    <message>
        <source>On the host</source>
        <translation>Ana makinede</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Alt ağ</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Ağ geçidi</translation>
    </message>
    <message>
        <source>Reaches outside</source>
        <translation>Dışarı erişir</translation>
    </message>
    <message>
        <source>no (internal)</source>
        <translation>hayır (iç ağ)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>evet</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::EngineOverview</name>
    <message>
        <source>CPU of running containers</source>
        <translation>Çalışan konteynerlerin CPU’su</translation>
    </message>
    <message>
        <source>Memory of running containers</source>
        <translation>Çalışan konteynerlerin belleği</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Konteynerler</translation>
    </message>
    <message>
        <source>Host</source>
        <extracomment>heading: the machine an engine runs on</extracomment>
        <translation>Ana makine</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Bilmekte yarar var</translation>
    </message>
    <message>
        <source>Containers by state</source>
        <translation>Duruma göre konteynerler</translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation>Disk kullanımı</translation>
    </message>
    <message>
        <source>Overview of the engine</source>
        <translation>Motorun genel görünümü</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>İmajlar</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Birimler</translation>
    </message>
    <message>
        <source>Build cache</source>
        <translation>Derleme önbelleği</translation>
    </message>
    <message>
        <source>Rootless on cgroup v1: limits of CPU and memory are accepted and have no effect, and usage is wrong. Boot the host with cgroup v2.</source>
        <translation>cgroup v1 üzerinde rootless: CPU ve bellek sınırları kabul edilir ama etkisizdir, kullanım değerleri de yanlıştır. Ana makineyi cgroup v2 ile başlatın.</translation>
    </message>
    <message>
        <source>This engine does not run health checks by itself: Kaptan runs them while it is connected.</source>
        <translation>Bu motor sağlık denetimlerini kendisi çalıştırmıyor: bağlı olduğu sürece Kaptan çalıştırır.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Çekirdek</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Mimari</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>İşlemci çekirdeği</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API sürümü</translation>
    </message>
    <message>
        <source>Storage driver</source>
        <translation>Depolama sürücüsü</translation>
    </message>
    <message>
        <source>Data in</source>
        <translation>Veri dizini</translation>
    </message>
    <message>
        <source>Logging driver</source>
        <translation>Log sürücüsü</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Kontrol grupları</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>Çalıştıran</translation>
    </message>
    <message>
        <source>a user without root (rootless)</source>
        <translation>root olmayan kullanıcı (rootless)</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>measuring …</source>
        <extracomment>CPU in use of the cores of the host: &quot;0.4 of 2 cores&quot;; %n is the number of cores</extracomment>
        <translation>ölçülüyor …</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n core(s)</source>
        <translation>
            <numerusform>%1 / %n çekirdek</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>running of %n</source>
        <extracomment>so many containers run, of all there are</extracomment>
        <translation>
            <numerusform>çalışıyor, toplam %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n marker(s) in which Kaptan keeps its deployments</source>
        <extracomment>containers that Kaptan keeps, created and never started, to remember its deployments</extracomment>
        <translation>
            <numerusform>ve Kaptan’ın deployment’larını tuttuğu %n işaret konteyneri</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reclaimable</source>
        <translation>%1 geri kazanılabilir</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>ölçülmedi</translation>
    </message>
    <message>
        <source>%1 not used by any container</source>
        <translation>%1 hiçbir konteynerce kullanılmıyor</translation>
    </message>
    <message>
        <source>Measuring: the engine looks at every file …</source>
        <translation>Ölçülüyor: motor her dosyaya bakıyor …</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Henüz ölçülmedi</translation>
    </message>
    <message>
        <source>%1 (the engine: up to %2)</source>
        <translation>%1 (motor: en çok %2)</translation>
    </message>
    <message>
        <source>Measured just now</source>
        <translation>Az önce ölçüldü</translation>
    </message>
    <message>
        <source>Measured %1 ago</source>
        <translation>%1 önce ölçüldü</translation>
    </message>
    <message>
        <source>nothing reclaimable</source>
        <translation>geri kazanılacak bir şey yok</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ResourcePage</name>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Süzgece uyan yok</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Süzgeci temizle</translation>
    </message>
</context>
</TS>
