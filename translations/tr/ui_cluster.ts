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
    <name>KubeFacts</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a key of a ConfigMap or Secret, %2 how long its value is</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresler</translation>
    </message>
    <message>
        <source>Kubelet</source>
        <translation>Kubelet</translation>
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
        <source>Container runtime</source>
        <translation>Container çalışma ortamı</translation>
    </message>
    <message>
        <source>New pods</source>
        <translation>Yeni pod’lar</translation>
    </message>
    <message>
        <source>none: the node is cordoned</source>
        <translation>yok: node kapatılmış (cordon)</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>Taint’ler</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapasite</translation>
    </message>
    <message>
        <source>Allocatable</source>
        <translation>Ayrılabilir</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Evre</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Servis hesabı</translation>
    </message>
    <message numerus="yes">
        <source>%n restart(s)</source>
        <translation>
            <numerusform>%n yeniden başlatma</numerusform>
        </translation>
    </message>
    <message>
        <source>before: %1, code %2</source>
        <extracomment>%1 is why a container ended before (&quot;OOMKilled&quot;), %2 its exit code</extracomment>
        <translation>önceki: %1, kod %2</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container’lar</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Cluster address</source>
        <translation>Küme adresi</translation>
    </message>
    <message>
        <source>none (headless)</source>
        <translation>yok (headless)</translation>
    </message>
    <message>
        <source>External name</source>
        <translation>Dış ad</translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>Yük dengeleyici</translation>
    </message>
    <message>
        <source>node port %1</source>
        <extracomment>a port that is open on every node</extracomment>
        <translation>node portu %1</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Portlar</translation>
    </message>
    <message>
        <source>Selects pods</source>
        <translation>Seçtiği pod’lar</translation>
    </message>
    <message>
        <source>by no selector</source>
        <translation>seçicisi yok</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Sınıf</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Kurallar</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Sertifikalar</translation>
    </message>
    <message>
        <source>namespaces %1 pods %2</source>
        <translation>namespace %1 pod %2</translation>
    </message>
    <message>
        <source>pods %1</source>
        <translation>pod %1</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>her yer</translation>
    </message>
    <message>
        <source>Applies to pods</source>
        <translation>Geçerli olduğu pod’lar</translation>
    </message>
    <message>
        <source>all of the namespace</source>
        <translation>namespace’in tümü</translation>
    </message>
    <message>
        <source>Lets in from</source>
        <translation>Gelene izin</translation>
    </message>
    <message>
        <source>Lets out to</source>
        <translation>Gidene izin</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>hiçbiri</translation>
    </message>
    <message>
        <source>%1: %2 of %3 (%4 %)</source>
        <extracomment>use of a quota: %1 is a resource (&quot;pods&quot;), %2 of %3, %4 percent</extracomment>
        <translation>%1: %2 / %3 (%%4)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Kullanım</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Kapsamlar</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Sınırlar</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>İstenen</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Depolama sınıfı</translation>
    </message>
    <message>
        <source>Access modes</source>
        <translation>Erişim kipleri</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Birim</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Talep</translation>
    </message>
    <message>
        <source>When released</source>
        <translation>Bırakılınca</translation>
    </message>
    <message>
        <source>Replicas</source>
        <extracomment>ready replicas of those wanted</extracomment>
        <translation>Kopyalar</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 / %2 hazır</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zamanlama</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strateji</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>İmajlar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Anahtarlar</translation>
    </message>
    <message>
        <source>Provisioner</source>
        <translation>Sağlayıcı</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>Bağlama</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>%1 is a time, %2 an age</extracomment>
        <translation>Oluşturulma</translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (%2 önce)</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>Siliniyor</translation>
    </message>
    <message>
        <source>Finalizers</source>
        <translation>Finalizer’lar</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Sahibi</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Açıklamalar</translation>
    </message>
    <message>
        <source>(not ready)</source>
        <extracomment>behind the address of a pod</extracomment>
        <translation>(hazır değil)</translation>
    </message>
</context>
<context>
    <name>KubeFigures</name>
    <message>
        <source>%1 % of what pods may have</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>pod’lara ayrılanın %%1’i</translation>
    </message>
    <message>
        <source>Unheard of</source>
        <translation>Haber yok</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Hazır değil</translation>
    </message>
    <message>
        <source>Under pressure</source>
        <translation>Baskı altında</translation>
    </message>
    <message>
        <source>Cordoned</source>
        <extracomment>a node that takes no new pods</extracomment>
        <translation>Kapatılmış</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Hazır</translation>
    </message>
    <message>
        <source>It is cordoned: no new pods are placed here.</source>
        <translation>Kapatılmış (cordon): buraya yeni pod yerleştirilmez.</translation>
    </message>
</context>
<context>
    <name>KubeKinds</name>
    <message>
        <source>Cluster</source>
        <translation>Küme</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>İş yükleri</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Yapılandırma</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Depolama</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>Kotalar</translation>
    </message>
    <message>
        <source>Access</source>
        <extracomment>heading: roles, bindings, service accounts</extracomment>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>Custom resources</source>
        <translation>Özel kaynaklar</translation>
    </message>
    <message>
        <source>Other kinds</source>
        <translation>Diğer türler</translation>
    </message>
    <message>
        <source>Nodes</source>
        <extracomment>below: kinds of Kubernetes in the plural; loan words may stay</extracomment>
        <translation>Node’lar</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespace’ler</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod’lar</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployment’lar</translation>
    </message>
    <message>
        <source>StatefulSets</source>
        <translation>StatefulSet’ler</translation>
    </message>
    <message>
        <source>DaemonSets</source>
        <translation>DaemonSet’ler</translation>
    </message>
    <message>
        <source>ReplicaSets</source>
        <translation>ReplicaSet’ler</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Job’lar</translation>
    </message>
    <message>
        <source>CronJobs</source>
        <translation>CronJob’lar</translation>
    </message>
    <message>
        <source>Pod autoscalers</source>
        <translation>Pod ölçekleyiciler</translation>
    </message>
    <message>
        <source>Disruption budgets</source>
        <translation>Kesinti bütçeleri</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servisler</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoint’ler</translation>
    </message>
    <message>
        <source>Ingresses</source>
        <translation>Ingress’ler</translation>
    </message>
    <message>
        <source>Ingress classes</source>
        <translation>Ingress sınıfları</translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation>Ağ ilkeleri</translation>
    </message>
    <message>
        <source>ConfigMaps</source>
        <translation>ConfigMap’ler</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secret’lar</translation>
    </message>
    <message>
        <source>Volume claims</source>
        <translation>Birim talepleri</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Birimler</translation>
    </message>
    <message>
        <source>Storage classes</source>
        <translation>Depolama sınıfları</translation>
    </message>
    <message>
        <source>Resource quotas</source>
        <translation>Kaynak kotaları</translation>
    </message>
    <message>
        <source>Limit ranges</source>
        <translation>Sınır aralıkları</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Servis hesapları</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Role bindings</source>
        <translation>Rol bağlamaları</translation>
    </message>
    <message>
        <source>Cluster roles</source>
        <translation>Küme rolleri</translation>
    </message>
    <message>
        <source>Cluster role bindings</source>
        <translation>Küme rol bağlamaları</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Tanımlar</translation>
    </message>
</context>
<context>
    <name>KubeStatus</name>
    <message>
        <source>The kubelet is healthy and takes pods.</source>
        <translation>Kubelet sağlıklı, pod kabul ediyor.</translation>
    </message>
    <message>
        <source>The kubelet is not healthy; no new pods are placed here.</source>
        <translation>Kubelet sağlıklı değil; buraya yeni pod yerleştirilmez.</translation>
    </message>
    <message>
        <source>Nothing has been heard of the node lately.</source>
        <translation>Bir süredir node’dan haber alınamıyor.</translation>
    </message>
    <message>
        <source>It is not known whether “%1” holds.</source>
        <extracomment>%1 is a condition of Kubernetes (&quot;Available&quot;)</extracomment>
        <translation>“%1” koşulunun sağlanıp sağlanmadığı bilinmiyor.</translation>
    </message>
    <message>
        <source>Memory is short; pods may be evicted.</source>
        <translation>Bellek azaldı; pod’lar çıkarılabilir.</translation>
    </message>
    <message>
        <source>There is enough memory.</source>
        <translation>Yeterince bellek var.</translation>
    </message>
    <message>
        <source>Disk space is short; pods may be evicted.</source>
        <translation>Disk alanı azaldı; pod’lar çıkarılabilir.</translation>
    </message>
    <message>
        <source>There is enough disk space.</source>
        <translation>Yeterince disk alanı var.</translation>
    </message>
    <message>
        <source>Too many processes run on the node.</source>
        <translation>Node’da çok fazla süreç çalışıyor.</translation>
    </message>
    <message>
        <source>There is room for more processes.</source>
        <translation>Yeni süreçler için yer var.</translation>
    </message>
    <message>
        <source>The network of the node is not set up.</source>
        <translation>Node’un ağı kurulmamış.</translation>
    </message>
    <message>
        <source>The network is set up.</source>
        <translation>Ağ kurulu.</translation>
    </message>
    <message>
        <source>A node has been chosen.</source>
        <translation>Bir node seçildi.</translation>
    </message>
    <message>
        <source>No node fits.</source>
        <translation>Uygun node yok.</translation>
    </message>
    <message>
        <source>The init containers are done.</source>
        <translation>Init container’lar tamamlandı.</translation>
    </message>
    <message>
        <source>The init containers are not done yet.</source>
        <translation>Init container’lar henüz tamamlanmadı.</translation>
    </message>
    <message>
        <source>All containers are ready.</source>
        <translation>Tüm container’lar hazır.</translation>
    </message>
    <message>
        <source>Not all containers are ready.</source>
        <translation>Tüm container’lar hazır değil.</translation>
    </message>
    <message>
        <source>It receives traffic.</source>
        <translation>Trafik alıyor.</translation>
    </message>
    <message>
        <source>It receives no traffic.</source>
        <translation>Trafik almıyor.</translation>
    </message>
    <message>
        <source>Enough replicas are available.</source>
        <translation>Yeterince kopya kullanılabilir.</translation>
    </message>
    <message>
        <source>Too few replicas are available.</source>
        <translation>Kullanılabilir kopya sayısı az.</translation>
    </message>
    <message>
        <source>The rollout is done or goes on.</source>
        <translation>Dağıtım bitti ya da sürüyor.</translation>
    </message>
    <message>
        <source>The rollout is stuck.</source>
        <translation>Dağıtım takıldı.</translation>
    </message>
    <message>
        <source>Replicas cannot be made.</source>
        <translation>Kopyalar oluşturulamıyor.</translation>
    </message>
    <message>
        <source>Replicas can be made.</source>
        <translation>Kopyalar oluşturulabiliyor.</translation>
    </message>
    <message>
        <source>The job is done.</source>
        <translation>Job bitti.</translation>
    </message>
    <message>
        <source>The job is not done.</source>
        <translation>Job bitmedi.</translation>
    </message>
    <message>
        <source>The job has failed.</source>
        <translation>Job başarısız oldu.</translation>
    </message>
    <message>
        <source>The job has not failed.</source>
        <translation>Job başarısız olmadı.</translation>
    </message>
    <message>
        <source>The kind can be used.</source>
        <translation>Tür kullanılabilir.</translation>
    </message>
    <message>
        <source>The kind cannot be used yet.</source>
        <translation>Tür henüz kullanılamıyor.</translation>
    </message>
    <message>
        <source>“%1” holds.</source>
        <translation>“%1” sağlanıyor.</translation>
    </message>
    <message>
        <source>“%1” does not hold.</source>
        <translation>“%1” sağlanmıyor.</translation>
    </message>
</context>
<context>
    <name>Pods</name>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>column: how many containers of a pod are ready</extracomment>
        <translation>Hazır</translation>
    </message>
    <message>
        <source>Restarts</source>
        <extracomment>column: how often containers of a pod were restarted</extracomment>
        <translation>Yeniden başlatma</translation>
    </message>
    <message>
        <source>Age</source>
        <extracomment>column: since when it exists</extracomment>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>IP</source>
        <extracomment>column: address of a pod</extracomment>
        <translation>IP</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Containers that are ready, of all</source>
        <translation>Tüm konteynerlerden hazır olanlar</translation>
    </message>
    <message>
        <source>(%1 ago)</source>
        <extracomment>behind a number of restarts: %1 is a time span such as &quot;3 min&quot;</extracomment>
        <translation>(%1 önce)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
</context>
<context>
    <name>StepSequence</name>
    <message>
        <source>A change on “%1”</source>
        <extracomment>what is refused: an action on the connection %1</extracomment>
        <translation>“%1” üzerinde değişiklik</translation>
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
    <message>
        <source>Several connections are shown together</source>
        <translation>Birkaç bağlantı birlikte gösteriliyor</translation>
    </message>
    <message>
        <source>This pane shows one at a time. Choose one at the top of the window (%1).</source>
        <extracomment>%1 is a key</extracomment>
        <translation>Bu bölme bir seferde tek bağlantı gösterir. Pencerenin üst kısmından birini seçin (%1).</translation>
    </message>
    <message>
        <source>Several connections are shown together.</source>
        <translation>Birkaç bağlantı birlikte gösteriliyor.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DrainDialog</name>
    <message>
        <source>Drain %1</source>
        <extracomment>%1 is a node</extracomment>
        <translation>Drain: %1</translation>
    </message>
    <message>
        <source>The node is cordoned, and its pods are evicted one by one as their PodDisruptionBudgets allow. It stays cordoned afterwards.</source>
        <translation>Node cordon edilir ve pod’ları, PodDisruptionBudget’larının izin verdiği ölçüde tahliye edilir. Sonrasında da cordon edilmiş kalır.</translation>
    </message>
    <message>
        <source>Pods of the node</source>
        <translation>Node’un pod’ları</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Sahibi</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Ne olacak</translation>
    </message>
    <message>
        <source>Cancel the drain</source>
        <translation>Drain’i iptal et</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>Drain et</translation>
    </message>
    <message>
        <source>Leave the pods of DaemonSets: they would come back at once</source>
        <translation>DaemonSet pod’larını bırak: hemen geri gelirler</translation>
    </message>
    <message>
        <source>Evict pods with emptyDir volumes too: that data is lost</source>
        <translation>emptyDir volume’lü pod’ları da tahliye et: o veriler kaybolur</translation>
    </message>
    <message>
        <source>Evict pods without a controller too: nobody makes them again</source>
        <translation>Controller’sız pod’ları da tahliye et: onları yeniden yapan olmaz</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>short for seconds, after a number</extracomment>
        <translation> sn</translation>
    </message>
    <message>
        <source>Time to shut down</source>
        <translation>Kapanma süresi</translation>
    </message>
    <message>
        <source>each pod’s own</source>
        <translation>her pod’un kendi süresi</translation>
    </message>
    <message>
        <source>Give up after</source>
        <extracomment>the time after which a drain gives up: none</extracomment>
        <translation>Şu süreden sonra vazgeç</translation>
    </message>
    <message>
        <source>never</source>
        <translation>hiçbir zaman</translation>
    </message>
    <message>
        <source>is evicted</source>
        <translation>tahliye edilecek</translation>
    </message>
    <message>
        <source>is shutting down already</source>
        <translation>zaten kapanıyor</translation>
    </message>
    <message>
        <source>stays: it belongs to the node itself</source>
        <translation>kalır: node’un kendisine ait</translation>
    </message>
    <message>
        <source>stays: of a DaemonSet</source>
        <translation>kalır: DaemonSet’in</translation>
    </message>
    <message>
        <source>stays: it has finished</source>
        <translation>kalır: işi bitmiş</translation>
    </message>
    <message>
        <source>in the way: of a DaemonSet</source>
        <translation>engel: DaemonSet’in</translation>
    </message>
    <message>
        <source>in the way: its emptyDir data would be lost</source>
        <translation>engel: emptyDir verileri kaybolur</translation>
    </message>
    <message>
        <source>in the way: it has no controller</source>
        <translation>engel: controller’ı yok</translation>
    </message>
    <message>
        <source>The pods of the node are being read …</source>
        <translation>Node’un pod’ları okunuyor …</translation>
    </message>
    <message numerus="yes">
        <source>%n pods are in the way. Allow them above, or move them first.</source>
        <translation>
            <numerusform>%n pod engel oluyor. Yukarıdan izin verin veya önce taşıyın.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pods will be evicted.</source>
        <translation>
            <numerusform>%n pod tahliye edilecek.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to evict; the node is cordoned only.</source>
        <translation>Tahliye edilecek bir şey yok; node yalnızca cordon edilir.</translation>
    </message>
    <message>
        <source>The cluster is not connected.</source>
        <translation>Küme bağlı değil.</translation>
    </message>
    <message>
        <source>Close, and go on</source>
        <translation>Kapat, sürsün</translation>
    </message>
    <message>
        <source>asked again soon: %1</source>
        <translation>az sonra yeniden sorulacak: %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>is being evicted</source>
        <translation>tahliye ediliyor</translation>
    </message>
    <message>
        <source>blocked by the budget %1</source>
        <extracomment>%1 is names of PodDisruptionBudgets</extracomment>
        <translation>%1 bütçesi engelliyor</translation>
    </message>
    <message>
        <source>blocked by a budget</source>
        <translation>bir bütçe engelliyor</translation>
    </message>
    <message>
        <source>is shutting down</source>
        <translation>kapanıyor</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>gitti</translation>
    </message>
    <message>
        <source>could not be evicted</source>
        <translation>tahliye edilemedi</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>kalır</translation>
    </message>
    <message>
        <source>%1 of %2 gone.</source>
        <extracomment>%1 of %2 pods</extracomment>
        <translation>%2 pod’dan %1 tanesi gitti.</translation>
    </message>
    <message>
        <source>%1 is drained; it stays cordoned.</source>
        <translation>%1 drain edildi; cordon edilmiş kalır.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Blocked by %1: these are asked again every 5 seconds, until a pod may go.</source>
        <translation>%1 engelliyor: bir pod’un gitmesine izin çıkana dek 5 saniyede bir yeniden sorulur.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DrainRun</name>
    <message>
        <source>Drain %1</source>
        <extracomment>%1 is a node</extracomment>
        <translation>Drain: %1</translation>
    </message>
    <message>
        <source>%1 is drained; it stays cordoned.</source>
        <translation>%1 drain edildi; cordon edilmiş kalır.</translation>
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
    <name>kaptan::ui::KubeAdminActions</name>
    <message>
        <source>Cordon</source>
        <extracomment>of a node: it takes no new pods</extracomment>
        <translation>Cordon et</translation>
    </message>
    <message>
        <source>Uncordon</source>
        <extracomment>of a node: it takes pods again</extracomment>
        <translation>Uncordon et</translation>
    </message>
    <message>
        <source>Drain …</source>
        <extracomment>of a node: its pods are evicted</extracomment>
        <translation>Drain …</translation>
    </message>
    <message>
        <source>Taints …</source>
        <translation>Taint’ler …</translation>
    </message>
    <message>
        <source>Restart …</source>
        <extracomment>of a deployment: its pods are rolled out anew</extracomment>
        <translation>Yeniden başlat …</translation>
    </message>
    <message>
        <source>Suspend</source>
        <extracomment>of a cron job: it makes no new jobs</extracomment>
        <translation>Askıya al</translation>
    </message>
    <message>
        <source>Resume</source>
        <extracomment>of a cron job that is suspended</extracomment>
        <translation>Sürdür</translation>
    </message>
    <message>
        <source>Run now</source>
        <extracomment>of a cron job: makes a job at once</extracomment>
        <translation>Şimdi çalıştır</translation>
    </message>
    <message>
        <source>Labels …</source>
        <translation>Etiketler …</translation>
    </message>
    <message>
        <source>Annotations …</source>
        <translation>Annotation’lar …</translation>
    </message>
    <message>
        <source>The cluster is not connected.</source>
        <translation>Küme bağlı değil.</translation>
    </message>
    <message>
        <source>Choose a row in the table.</source>
        <translation>Tabloda bir satır seçin.</translation>
    </message>
    <message>
        <source>Choose one row only.</source>
        <translation>Yalnızca bir satır seçin.</translation>
    </message>
    <message>
        <source>Cordon %1</source>
        <extracomment>%1 is a node, or &quot;3 × Node&quot;</extracomment>
        <translation>Cordon: %1</translation>
    </message>
    <message>
        <source>Uncordon %1</source>
        <translation>Uncordon: %1</translation>
    </message>
    <message>
        <source>No new pods are scheduled there; those that run stay.</source>
        <translation>Oraya yeni pod atanmaz; çalışanlar kalır.</translation>
    </message>
    <message>
        <source>New pods may be scheduled there again.</source>
        <translation>Oraya yeniden pod atanabilir.</translation>
    </message>
    <message>
        <source>%1 is cordoned.</source>
        <translation>%1 cordon edildi.</translation>
    </message>
    <message>
        <source>%1 takes pods again.</source>
        <translation>%1 yeniden pod alıyor.</translation>
    </message>
    <message>
        <source>Change the taints of %1</source>
        <extracomment>%1 is a node</extracomment>
        <translation>%1 taint’lerini değiştir</translation>
    </message>
    <message>
        <source>Pods that do not tolerate them are kept away, and evicted by NoExecute.</source>
        <translation>Bunlara tolerasyonu olmayan pod’lar uzak tutulur, NoExecute ile tahliye edilir.</translation>
    </message>
    <message>
        <source>The taints of %1 are changed.</source>
        <translation>%1 taint’leri değişti.</translation>
    </message>
    <message>
        <source>Change the labels of %1</source>
        <translation>%1 etiketlerini değiştir</translation>
    </message>
    <message>
        <source>Change the annotations of %1</source>
        <translation>%1 annotation’larını değiştir</translation>
    </message>
    <message>
        <source>Selectors and controllers may act on it.</source>
        <translation>Selector’lar ve controller’lar buna göre davranabilir.</translation>
    </message>
    <message>
        <source>The labels of %1 are changed.</source>
        <translation>%1 etiketleri değişti.</translation>
    </message>
    <message>
        <source>The annotations of %1 are changed.</source>
        <translation>%1 annotation’ları değişti.</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <extracomment>%1 is a deployment, or &quot;3 × Deployment&quot;</extracomment>
        <translation>Yeniden başlat: %1</translation>
    </message>
    <message>
        <source>The pods are replaced by the object’s own strategy. The cause is kept in the history of its rollouts (kubernetes.io/change-cause).</source>
        <translation>Pod’lar nesnenin kendi stratejisiyle yenilenir. Neden, rollout geçmişinde saklanır (kubernetes.io/change-cause).</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Why? May be empty</source>
        <translation>Neden? Boş kalabilir</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Yeniden başlat</translation>
    </message>
    <message>
        <source>The pods are replaced by the object’s own strategy.</source>
        <translation>Pod’lar nesnenin kendi stratejisiyle yenilenir.</translation>
    </message>
    <message>
        <source>%1 is being rolled out anew.</source>
        <translation>%1 yeniden devreye alınıyor.</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <extracomment>%1 is a cron job, or &quot;3 × CronJob&quot;</extracomment>
        <translation>Askıya al: %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Sürdür: %1</translation>
    </message>
    <message>
        <source>It makes no new jobs; one that runs goes on.</source>
        <translation>Yeni job oluşturmaz; çalışan sürer.</translation>
    </message>
    <message>
        <source>It makes jobs by its schedule again.</source>
        <translation>Zamanlamasına göre yeniden job oluşturur.</translation>
    </message>
    <message>
        <source>%1 is suspended.</source>
        <translation>%1 askıya alındı.</translation>
    </message>
    <message>
        <source>%1 is resumed.</source>
        <translation>%1 sürdürülüyor.</translation>
    </message>
    <message>
        <source>Run %1 now</source>
        <extracomment>%1 is a cron job, or &quot;3 × CronJob&quot;</extracomment>
        <translation>Şimdi çalıştır: %1</translation>
    </message>
    <message>
        <source>A job is made of its template at once.</source>
        <translation>Şablonundan hemen bir job oluşturulur.</translation>
    </message>
    <message>
        <source>A job of %1 is made.</source>
        <extracomment>%1 is a cron job, or &quot;3 × CronJob&quot;</extracomment>
        <translation>%1 için bir job oluşturuldu.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ve %n tane daha</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 × %2</source>
        <extracomment>%1 is a number, %2 a kind in the plural</extracomment>
        <translation>En az %1 × %2</translation>
    </message>
    <message>
        <source>Is being deleted already, and waits for</source>
        <translation>Zaten siliniyor, bunları bekliyor</translation>
    </message>
    <message>
        <source>Finalizers hold it until they are cleared</source>
        <translation>Finalizer’lar kaldırılana dek silinmez</translation>
    </message>
    <message>
        <source>Not everything could be looked through, there may be more: %1.</source>
        <translation>Her şeye bakılamadı, daha fazlası olabilir: %1.</translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <extracomment>%1 is what a deletion leaves there (&quot;2 × Services&quot;)</extracomment>
        <translation>Kalır: %1</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeDetails</name>
    <message>
        <source>Summary</source>
        <extracomment>tab of the details: the main facts</extracomment>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Hide values</source>
        <extracomment>values of a Secret, in its YAML</extracomment>
        <translation>Değerleri gizle</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>Değerleri göster</translation>
    </message>
    <message>
        <source>Show the values of the Secret in base64, as the server sends them</source>
        <translation>Secret’ın değerlerini sunucunun gönderdiği gibi base64 olarak göster</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>YAML of the object</source>
        <translation>Nesnenin YAML’ı</translation>
    </message>
    <message>
        <source>Events of the object</source>
        <translation>Nesnenin olayları</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Yükleniyor …</translation>
    </message>
    <message>
        <source>none: no ready pod is behind it</source>
        <translation>yok: arkasında hazır pod bulunmuyor</translation>
    </message>
    <message>
        <source>No events: the cluster keeps them for an hour only.</source>
        <translation>Olay yok: küme olayları yalnızca bir saat saklar.</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>a condition holds since so long (&quot;3 h&quot;)</extracomment>
        <translation>%1 süredir</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoint’ler</translation>
    </message>
    <message>
        <source>Charts</source>
        <extracomment>tab of a node&apos;s details: what was recorded over hours and days</extracomment>
        <translation>Grafikler</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeEditActions</name>
    <message>
        <source>The cluster is not connected.</source>
        <translation>Küme bağlı değil.</translation>
    </message>
    <message>
        <source>Choose a row in the table.</source>
        <translation>Tabloda bir satır seçin.</translation>
    </message>
    <message>
        <source>Objects of this kind cannot be changed.</source>
        <translation>Bu türden nesneler değiştirilemez.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Düzenle</translation>
    </message>
    <message>
        <source>New …</source>
        <extracomment>a menu with kinds: Deployment, Service</extracomment>
        <translation>Yeni …</translation>
    </message>
    <message>
        <source>Apply YAML files …</source>
        <translation>YAML dosyaları uygula …</translation>
    </message>
    <message>
        <source>Apply a folder …</source>
        <translation>Klasör uygula …</translation>
    </message>
    <message>
        <source>Apply YAML from an address …</source>
        <translation>Bir adresteki YAML’yi uygula …</translation>
    </message>
    <message>
        <source>Apply YAML from the clipboard</source>
        <translation>Panodaki YAML’yi uygula</translation>
    </message>
    <message>
        <source>New tenant …</source>
        <extracomment>a namespace with quota, limits, network policies, account and roles in one go</extracomment>
        <translation>Yeni kiracı …</translation>
    </message>
    <message>
        <source>Drafts …</source>
        <translation>Taslaklar …</translation>
    </message>
    <message>
        <source>New %1</source>
        <extracomment>%1 is a kind (&quot;Deployment&quot;)</extracomment>
        <translation>Yeni %1</translation>
    </message>
    <message>
        <source>Apply a folder</source>
        <translation>Klasör uygula</translation>
    </message>
    <message>
        <source>Apply YAML files</source>
        <translation>YAML dosyaları uygula</translation>
    </message>
    <message>
        <source>Manifests</source>
        <extracomment>kinds of files in the file dialog</extracomment>
        <translation>Manifest’ler</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tüm dosyalar</translation>
    </message>
    <message>
        <source>Apply YAML from an address</source>
        <translation>Bir adresteki YAML’yi uygula</translation>
    </message>
    <message>
        <source>The text is fetched and shown; nothing is applied before you have seen it.</source>
        <translation>Metin indirilip gösterilir; siz görmeden hiçbir şey uygulanmaz.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>İndir</translation>
    </message>
    <message>
        <source>Write an address that begins with https:// or http://.</source>
        <translation>https:// ya da http:// ile başlayan bir adres yazın.</translation>
    </message>
    <message>
        <source>Without TLS anyone on the way can change what you get: read it well.</source>
        <translation>TLS olmadan yoldaki herkes gelen metni değiştirebilir: iyi okuyun.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of edits</source>
        <translation>
            <numerusform>%n düzenleme taslağı</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not applied: %1</source>
        <translation>Uygulanmadılar: %1</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeFace</name>
    <message>
        <source>All my namespaces</source>
        <translation>Tüm namespace’lerim</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>Tüm namespace’ler</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Küme</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Yenile</translation>
    </message>
    <message>
        <source>Go to kind …</source>
        <translation>Türe git …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Sil …</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
    <message>
        <source>Show YAML</source>
        <translation>YAML’ı göster</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Adı kopyala</translation>
    </message>
    <message>
        <source>More columns</source>
        <extracomment>the table also shows the columns that the server holds for less important</extracomment>
        <translation>Daha çok sütun</translation>
    </message>
    <message>
        <source>Show the cluster’s overview</source>
        <translation>Kümenin özetini göster</translation>
    </message>
    <message>
        <source>Show %1 (%2)</source>
        <extracomment>%1 is a kind in the plural, %2 its name in the API</extracomment>
        <translation>Göster: %1 (%2)</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>The namespace that is shown</source>
        <translation>Gösterilen namespace</translation>
    </message>
    <message>
        <source>The cluster is not connected.</source>
        <translation>Küme bağlı değil.</translation>
    </message>
    <message>
        <source>Objects of this kind cannot be deleted.</source>
        <translation>Bu türden nesneler silinemez.</translation>
    </message>
    <message>
        <source>Choose a row in the table.</source>
        <translation>Tabloda bir satır seçin.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n × %1</source>
        <extracomment>%1 is a kind (&quot;Secret&quot;)</extracomment>
        <translation>
            <numerusform>Sil: %n × %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything in it is deleted too, volumes that go with their claims included.</source>
        <translation>İçindeki her şey de silinir; talepleriyle birlikte giden birimler dahil.</translation>
    </message>
    <message>
        <source>The data may go with it, as its storage class says.</source>
        <translation>Depolama sınıfına göre verisi de silinebilir.</translation>
    </message>
    <message>
        <source>Every object of the kind is deleted too.</source>
        <translation>Bu türden bütün nesneler de silinir.</translation>
    </message>
    <message>
        <source>What belongs to it is deleted in the background.</source>
        <translation>Ona ait olanlar arka planda silinir.</translation>
    </message>
    <message numerus="yes">
        <source>%n × %1</source>
        <translation>
            <numerusform>%n × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n × %1 deleted.</source>
        <translation>
            <numerusform>%n × %1 silindi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where you may see one namespace only, choose it above.</source>
        <translation>Yalnızca bir namespace görebiliyorsanız onu yukarıdan seçin.</translation>
    </message>
    <message>
        <source>%1: not allowed</source>
        <translation>%1: izin yok</translation>
    </message>
    <message>
        <source>These rows are %1 old; the watch is being opened again. %2</source>
        <extracomment>%1 is an age (&quot;3 min&quot;), %2 a sentence that says why</extracomment>
        <translation>Bu satırlar %1 öncesine ait; izleme yeniden açılıyor. %2</translation>
    </message>
    <message numerus="yes">
        <source>Loading: %n more to come …</source>
        <translation>
            <numerusform>Yükleniyor: %n tane daha gelecek …</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: none</source>
        <extracomment>%1 is a kind in the plural (&quot;Secrets&quot;)</extracomment>
        <translation>%1: yok</translation>
    </message>
    <message>
        <source>There are none in this cluster.</source>
        <translation>Bu kümede hiç yok.</translation>
    </message>
    <message>
        <source>There are none in the namespace %1.</source>
        <translation>%1 namespace’inde hiç yok.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>rows that match the filter, of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Loglar</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeJump</name>
    <message>
        <source>Kind: pods, svc, Ingress …</source>
        <translation>Tür: pods, svc, Ingress …</translation>
    </message>
    <message>
        <source>Go to a kind</source>
        <translation>Bir türe git</translation>
    </message>
    <message>
        <source>Kinds that fit</source>
        <translation>Uyan türler</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeKindList</name>
    <message>
        <source>Kinds of objects</source>
        <translation>Nesne türleri</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Özet</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeOverview</name>
    <message>
        <source>Overview of the cluster</source>
        <translation>Kümenin özeti</translation>
    </message>
    <message>
        <source>CPU requested</source>
        <translation>İstenen CPU</translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation>İstenen bellek</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Node’lar</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod’lar</translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation>Kontrol düzlemi</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Bilmekte yarar var</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is what pods ask for, %2 what nodes give them</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 used</source>
        <extracomment>how much of the nodes&apos; CPU or memory is truly used</extracomment>
        <translation>%1 kullanılıyor</translation>
    </message>
    <message>
        <source>not visible to this user</source>
        <extracomment>so many nodes are ready, of all there are</extracomment>
        <translation>bu kullanıcı göremiyor</translation>
    </message>
    <message numerus="yes">
        <source>ready of %n</source>
        <translation>
            <numerusform>hazır, toplam %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n bekliyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n başarısız</numerusform>
        </translation>
    </message>
    <message>
        <source>room for %1</source>
        <extracomment>so many pods fit on all nodes</extracomment>
        <translation>%1 pod’luk yer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Sunucu</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Sağlık</translation>
    </message>
    <message>
        <source>the server does not tell this user</source>
        <translation>sunucu bu kullanıcıya söylemiyor</translation>
    </message>
    <message numerus="yes">
        <source>ready: %n check(s) pass</source>
        <translation>
            <numerusform>hazır: %n denetim geçti</numerusform>
        </translation>
    </message>
    <message>
        <source>not ready: %1</source>
        <translation>hazır değil: %1</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespace’ler</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Bakılan</translation>
    </message>
    <message>
        <source>Context’s namespace</source>
        <translation>Context’in namespace’i</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Türler</translation>
    </message>
    <message>
        <source>The API group %1 does not answer; its kinds are missing here.</source>
        <translation>%1 API grubu yanıt vermiyor; türleri burada eksik.</translation>
    </message>
    <message>
        <source>There is no metrics server: what is used is not known.</source>
        <translation>Metrik sunucusu yok: kullanım bilinmiyor.</translation>
    </message>
    <message>
        <source>The certificate of the server is not checked, as the kubeconfig says.</source>
        <translation>Kubeconfig’de yazdığı gibi sunucunun sertifikası denetlenmiyor.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KubeTableModel</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>It is being deleted.</source>
        <translation>Siliniyor.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::MarksDialog</name>
    <message>
        <source>Labels of %1</source>
        <extracomment>%1 is an object</extracomment>
        <translation>Etiketler: %1</translation>
    </message>
    <message>
        <source>Annotations of %1</source>
        <translation>Annotation’lar: %1</translation>
    </message>
    <message>
        <source>Taints of %1</source>
        <extracomment>%1 is a node</extracomment>
        <translation>Taint’ler: %1</translation>
    </message>
    <message>
        <source>Services and controllers select objects by them.</source>
        <translation>Service’ler ve controller’lar nesneleri bunlarla seçer.</translation>
    </message>
    <message>
        <source>Notes of people and programs.</source>
        <translation>İnsanların ve programların notları.</translation>
    </message>
    <message>
        <source>They keep pods away that do not tolerate them: NoSchedule new ones, PreferNoSchedule where there is another place, NoExecute those that run too.</source>
        <translation>Tolerasyonu olmayan pod’ları uzak tutarlar: NoSchedule yenileri, PreferNoSchedule başka yer varsa, NoExecute çalışanları da.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Etki</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>It has several lines or is very long: edit it as YAML.</source>
        <translation>Birkaç satırlı veya çok uzun: YAML olarak düzenleyin.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>This key is there twice.</source>
        <translation>Bu anahtar iki kez var.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a key, %2 a sentence that says what is wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This node has no taints: every pod may run on it.</source>
        <translation>Bu node’da taint yok: her pod üzerinde çalışabilir.</translation>
    </message>
    <message>
        <source>It has no labels.</source>
        <translation>Etiketi yok.</translation>
    </message>
    <message>
        <source>It has no annotations.</source>
        <translation>Annotation’ı yok.</translation>
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
    <name>kaptan::ui::NodesModel</name>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>CPU requested</source>
        <translation>İstenen CPU</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>Kullanılan CPU</translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation>İstenen bellek</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Kullanılan bellek</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod’lar</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>Taint’ler</translation>
    </message>
    <message>
        <source>Kubelet</source>
        <translation>Kubelet</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>What the pods on the node ask for, of what it gives to pods</source>
        <translation>Node’daki pod’ların istediği, node’un pod’lara ayırdığı içinden</translation>
    </message>
    <message>
        <source>Capacity: %1</source>
        <translation>Kapasite: %1</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ObjectEventsModel</name>
    <message>
        <source>Last</source>
        <extracomment>column: how long ago an event happened last</extracomment>
        <translation>Son</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
    <message>
        <source>Times</source>
        <extracomment>column: how often an event happened</extracomment>
        <translation>Kez</translation>
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
