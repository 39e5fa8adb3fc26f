<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>KubeContext</name>
    <message>
        <source>Write a server such as https://host:6443.</source>
        <translation>https://host:6443 gibi bir sunucu adresi yazın.</translation>
    </message>
    <message>
        <source>cluster “%1” has no server</source>
        <translation>“%1” kümesinin sunucu adresi (server) yok</translation>
    </message>
    <message>
        <source>the server of cluster “%1” has no scheme</source>
        <translation>“%1” kümesinin sunucu adresinde şema (https://) yok</translation>
    </message>
    <message>
        <source>the server of cluster “%1” is no address</source>
        <translation>“%1” kümesinin sunucu adresi geçerli bir adres değil</translation>
    </message>
    <message>
        <source>the server of cluster “%1” is neither https nor http</source>
        <translation>“%1” kümesinin sunucu adresi ne https ne http</translation>
    </message>
    <message>
        <source>the server of cluster “%1” holds a user name or a password</source>
        <translation>“%1” kümesinin sunucu adresinde kullanıcı adı veya parola var</translation>
    </message>
    <message>
        <source>the server of cluster “%1” holds a query</source>
        <translation>“%1” kümesinin sunucu adresinde sorgu bölümü var</translation>
    </message>
    <message>
        <source>cluster “%1” names an authority and wants no certificate verified</source>
        <translation>“%1” kümesi hem sertifika otoritesi gösteriyor hem de sertifika doğrulamasını kapatıyor</translation>
    </message>
    <message>
        <source>Remove insecure-skip-tls-verify, or the authority.</source>
        <translation>insecure-skip-tls-verify alanını ya da sertifika otoritesini silin.</translation>
    </message>
    <message>
        <source>Correct the path, or the rights of the file.</source>
        <translation>Yolu ya da dosyanın izinlerini düzeltin.</translation>
    </message>
    <message>
        <source>the authority of cluster “%1” is no PEM certificate</source>
        <translation>“%1” kümesinin sertifika otoritesi PEM biçiminde bir sertifika değil</translation>
    </message>
    <message>
        <source>Name a file that holds “-----BEGIN CERTIFICATE-----”.</source>
        <translation>“-----BEGIN CERTIFICATE-----” içeren bir dosya gösterin.</translation>
    </message>
    <message>
        <source>Write http://host:3128, https://host:3128 or socks5://host:1080.</source>
        <extracomment>The addresses are written as they are typed; do not translate them.</extracomment>
        <translation>http://host:3128, https://host:3128 veya socks5://host:1080 yazın.</translation>
    </message>
    <message>
        <source>the proxy of cluster “%1” is no address of one</source>
        <translation>“%1” kümesinin vekil sunucu (proxy) adresi geçerli değil</translation>
    </message>
    <message>
        <source>the environment names a proxy that is no address of one</source>
        <translation>ortam değişkenindeki vekil sunucu (proxy) adresi geçerli değil</translation>
    </message>
    <message>
        <source>no context is chosen</source>
        <translation>seçili context yok</translation>
    </message>
    <message>
        <source>Choose one, or write it there: kubectl config use-context NAME</source>
        <translation>Bir context seçin ya da dosyaya yazın: kubectl config use-context AD</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>“%1” is not there (%2)</source>
        <translation>“%1” bulunmuyor (%2)</translation>
    </message>
    <message>
        <source>Choose a context that these files have.</source>
        <translation>Bu dosyalarda bulunan bir context seçin.</translation>
    </message>
    <message>
        <source>context “%1” names no cluster</source>
        <translation>“%1” context’inde küme (cluster) belirtilmemiş</translation>
    </message>
    <message>
        <source>context “%1” names the cluster “%2”, which is not there</source>
        <translation>“%1” context’i “%2” kümesini gösteriyor, ancak böyle bir küme yok</translation>
    </message>
    <message>
        <source>Add that cluster, or name another.</source>
        <translation>Bu kümeyi ekleyin ya da başka bir küme yazın.</translation>
    </message>
    <message>
        <source>context “%1” names the user “%2”, which is not there</source>
        <translation>“%1” context’i “%2” kullanıcısını gösteriyor, ancak böyle bir kullanıcı yok</translation>
    </message>
    <message>
        <source>Add that user, or name another.</source>
        <translation>Bu kullanıcıyı ekleyin ya da başka bir kullanıcı yazın.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>böyle bir dosya yok</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>sıradan bir dosya değil</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB</source>
        <translation>1 MiB’den büyük</translation>
    </message>
</context>
<context>
    <name>KubeCredentials</name>
    <message>
        <source>“%1” is not spoken by this program</source>
        <translation>bu program “%1” sürümünü desteklemiyor</translation>
    </message>
    <message>
        <source>Use client.authentication.k8s.io/v1 or client.authentication.k8s.io/v1beta1; the plugin may have to be updated.</source>
        <extracomment>The two versions are values of a file; do not translate them.</extracomment>
        <translation>client.authentication.k8s.io/v1 veya client.authentication.k8s.io/v1beta1 kullanın; eklentiyi güncellemeniz gerekebilir.</translation>
    </message>
    <message>
        <source>it wants to ask in a terminal (interactiveMode: Always)</source>
        <translation>terminalde soru sormak istiyor (interactiveMode: Always)</translation>
    </message>
    <message>
        <source>Use a token, or a plugin that can do without a terminal.</source>
        <translation>Bir belirteç (token) ya da terminal gerektirmeyen bir eklenti kullanın.</translation>
    </message>
    <message>
        <source>Update the plugin, or correct its arguments.</source>
        <translation>Eklentiyi güncelleyin ya da bağımsız değişkenlerini düzeltin.</translation>
    </message>
    <message>
        <source>its output is no JSON object</source>
        <translation>çıktısı bir JSON nesnesi değil</translation>
    </message>
    <message>
        <source>its output is no ExecCredential</source>
        <translation>çıktısı bir ExecCredential değil</translation>
    </message>
    <message>
        <source>it answered in another version than %1</source>
        <translation>%1 dışında bir sürümle yanıt verdi</translation>
    </message>
    <message>
        <source>its output has no status</source>
        <translation>çıktısında status alanı yok</translation>
    </message>
    <message>
        <source>its status holds a field of a wrong type</source>
        <translation>status içinde türü yanlış bir alan var</translation>
    </message>
    <message>
        <source>it gave a certificate without its key, or a key without its certificate</source>
        <translation>anahtarsız bir sertifika ya da sertifikasız bir anahtar verdi</translation>
    </message>
    <message>
        <source>it gave neither a token nor a certificate</source>
        <translation>ne belirteç (token) ne de sertifika verdi</translation>
    </message>
    <message>
        <source>its token holds a character that no header can carry</source>
        <translation>belirtecinde (token) başlıkta taşınamayan bir karakter var</translation>
    </message>
    <message>
        <source>its expirationTimestamp is no time</source>
        <translation>expirationTimestamp değeri geçerli bir zaman değil</translation>
    </message>
    <message>
        <source>it is named by a file that is none of kubectl’s own, and nobody can be asked</source>
        <translation>kubectl’in kendi dosyaları dışında bir dosyada geçiyor ve izin sorulacak kimse yok</translation>
    </message>
    <message>
        <source>Name the file in KUBECONFIG, or open the connection in the window.</source>
        <translation>Dosyayı KUBECONFIG içinde belirtin ya da bağlantıyı pencerede açın.</translation>
    </message>
    <message>
        <source>Connect again and allow it, or use a token.</source>
        <translation>Yeniden bağlanıp izin verin ya da bir belirteç (token) kullanın.</translation>
    </message>
    <message>
        <source>there is no such program</source>
        <translation>böyle bir program yok</translation>
    </message>
    <message>
        <source>it cannot be started: %1</source>
        <translation>başlatılamıyor: %1</translation>
    </message>
    <message>
        <source>it gave no answer within %1 s</source>
        <translation>%1 sn içinde yanıt vermedi</translation>
    </message>
    <message>
        <source>its output is larger than 1 MiB</source>
        <translation>çıktısı 1 MiB’den büyük</translation>
    </message>
    <message>
        <source>a signal ended it</source>
        <translation>bir sinyalle sonlandırıldı</translation>
    </message>
    <message>
        <source>it ended with code %1</source>
        <translation>%1 koduyla sonlandı</translation>
    </message>
    <message>
        <source>Run the plugin in a terminal to see what it lacks.</source>
        <translation>Neyin eksik olduğunu görmek için eklentiyi bir terminalde çalıştırın.</translation>
    </message>
    <message>
        <source>user “%1” has a certificate without its key, or a key without its certificate</source>
        <translation>“%1” kullanıcısının anahtarsız bir sertifikası ya da sertifikasız bir anahtarı var</translation>
    </message>
    <message>
        <source>Add the one that is missing.</source>
        <translation>Eksik olanı ekleyin.</translation>
    </message>
    <message>
        <source>the certificate or the key of user “%1” is not in PEM form</source>
        <translation>“%1” kullanıcısının sertifikası veya anahtarı PEM biçiminde değil</translation>
    </message>
    <message>
        <source>Name files that hold “-----BEGIN …-----”.</source>
        <translation>“-----BEGIN …-----” içeren dosyalar gösterin.</translation>
    </message>
    <message>
        <source>the file %1 is empty</source>
        <translation>%1 dosyası boş</translation>
    </message>
    <message>
        <source>Write the token into it.</source>
        <translation>Belirteci (token) bu dosyaya yazın.</translation>
    </message>
    <message>
        <source>the token of user “%1” holds a character that no header can carry</source>
        <translation>“%1” kullanıcısının belirtecinde (token) başlıkta taşınamayan bir karakter var</translation>
    </message>
    <message>
        <source>Write the token alone, on one line.</source>
        <translation>Belirteci (token) tek başına, tek satıra yazın.</translation>
    </message>
    <message>
        <source>the name holds a colon</source>
        <translation>adda iki nokta üst üste var</translation>
    </message>
    <message>
        <source>Use another user.</source>
        <translation>Başka bir kullanıcı kullanın.</translation>
    </message>
    <message>
        <source>user “%1” impersonates groups of nobody</source>
        <translation>“%1” kullanıcısı, kimin yerine geçeceği (as) belirtilmeden grup veya ek bilgi kullanıyor</translation>
    </message>
    <message>
        <source>Add “as” with the name of a user.</source>
        <translation>“as” alanına bir kullanıcı adı yazın.</translation>
    </message>
    <message>
        <source>what user “%1” impersonates holds a character that no header can carry</source>
        <translation>“%1” kullanıcısının yerine geçtiği kimlikte başlıkta taşınamayan bir karakter var</translation>
    </message>
    <message>
        <source>Write names without line breaks.</source>
        <translation>Adları satır sonu olmadan yazın.</translation>
    </message>
    <message>
        <source>such providers have been given up in favour of exec plugins</source>
        <translation>bu tür sağlayıcıların yerini exec eklentileri aldı</translation>
    </message>
    <message>
        <source>Write the entry anew with your provider’s tool, which then names a plugin.</source>
        <translation>Girdiyi sağlayıcınızın aracıyla yeniden oluşturun; araç bir exec eklentisi yazacaktır.</translation>
    </message>
    <message>
        <source>Running %1</source>
        <extracomment>%1 is a program; stands in &quot;... is not possible here: you did not allow it&quot;</extracomment>
        <translation>%1 programını çalıştırmak</translation>
    </message>
    <message>
        <source>you did not allow it</source>
        <translation>izin vermediniz</translation>
    </message>
</context>
<context>
    <name>Kubeconfig</name>
    <message>
        <source>context “%1” names the cluster “%2”, which is not there</source>
        <translation>“%1” context’i “%2” kümesini gösteriyor, ancak böyle bir küme yok</translation>
    </message>
    <message>
        <source>Add that cluster, or name another.</source>
        <translation>Bu kümeyi ekleyin ya da başka bir küme yazın.</translation>
    </message>
    <message>
        <source>context “%1” names the user “%2”, which is not there</source>
        <translation>“%1” context’i “%2” kullanıcısını gösteriyor, ancak böyle bir kullanıcı yok</translation>
    </message>
    <message>
        <source>Add that user, or name another.</source>
        <translation>Bu kullanıcıyı ekleyin ya da başka bir kullanıcı yazın.</translation>
    </message>
    <message>
        <source>the current context “%1” is not there</source>
        <translation>geçerli context “%1” bulunmuyor</translation>
    </message>
    <message>
        <source>Choose another: kubectl config use-context NAME</source>
        <translation>Başka bir context seçin: kubectl config use-context AD</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>sıradan bir dosya değil</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Bir dosya adı yazın.</translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation>4 MiB’den büyük</translation>
    </message>
    <message>
        <source>Check that this is a kubeconfig file.</source>
        <translation>Bunun bir kubeconfig dosyası olduğunu denetleyin.</translation>
    </message>
    <message>
        <source>Give this user the right to read it.</source>
        <translation>Bu kullanıcıya dosyayı okuma izni verin.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>böyle bir dosya yok</translation>
    </message>
    <message>
        <source>the extension “%2” of %1 is no mapping</source>
        <translation>%1: “%2” uzantısı bir eşleme değil</translation>
    </message>
    <message>
        <source>Write “field: value” lines.</source>
        <translation>“alan: değer” satırları yazın.</translation>
    </message>
    <message>
        <source>%1 has no server</source>
        <translation>%1: sunucu adresi (server) yok</translation>
    </message>
    <message>
        <source>Add a line such as “server: https://host:6443”.</source>
        <translation>“server: https://host:6443” gibi bir satır ekleyin.</translation>
    </message>
    <message>
        <source>the exec plugin of %1</source>
        <translation>%1 için exec eklentisi</translation>
    </message>
    <message>
        <source>a variable of %1 has no usable name</source>
        <translation>%1: bir değişkenin kullanılabilir adı yok</translation>
    </message>
    <message>
        <source>Add its “name”.</source>
        <translation>Değişkenin “name” alanını ekleyin.</translation>
    </message>
    <message>
        <source>“interactiveMode” of %1 is not known</source>
        <translation>%1: “interactiveMode” değeri bilinmiyor</translation>
    </message>
    <message>
        <source>Write Never, IfAvailable or Always.</source>
        <extracomment>The three words are values of a file; do not translate them.</extracomment>
        <translation>Never, IfAvailable veya Always yazın.</translation>
    </message>
    <message>
        <source>%1 has no command</source>
        <translation>%1: komut (command) yok</translation>
    </message>
    <message>
        <source>Add “command” with the program to run.</source>
        <translation>Çalıştırılacak programı “command” alanına yazın.</translation>
    </message>
    <message>
        <source>%1 has no apiVersion</source>
        <translation>%1: apiVersion yok</translation>
    </message>
    <message>
        <source>Add “apiVersion: client.authentication.k8s.io/v1”.</source>
        <translation>“apiVersion: client.authentication.k8s.io/v1” satırını ekleyin.</translation>
    </message>
    <message>
        <source>%1 names no cluster</source>
        <translation>%1: küme (cluster) belirtilmemiş</translation>
    </message>
    <message>
        <source>Add a line “cluster: NAME”.</source>
        <translation>“cluster: AD” satırını ekleyin.</translation>
    </message>
    <message>
        <source>an item of “%1”</source>
        <translation>“%1” listesinin bir öğesi</translation>
    </message>
    <message>
        <source>an item of “%1” has no name</source>
        <translation>“%1” listesinin bir öğesinin adı yok</translation>
    </message>
    <message>
        <source>Add a line “name: NAME”.</source>
        <translation>“name: AD” satırını ekleyin.</translation>
    </message>
    <message>
        <source>%1 is there twice; the first one counts</source>
        <translation>%1 iki kez yazılmış; ilki geçerli</translation>
    </message>
    <message>
        <source>Remove or rename one of them.</source>
        <translation>Birini silin ya da yeniden adlandırın.</translation>
    </message>
    <message>
        <source>it is no kubeconfig but a “%1” of “%2”</source>
        <extracomment>%1 and %2 are what the file calls itself</extracomment>
        <translation>bu bir kubeconfig değil; türü “%1”, sürümü “%2”</translation>
    </message>
    <message>
        <source>Name a file with “kind: Config” and “apiVersion: v1”.</source>
        <translation>İçinde “kind: Config” ve “apiVersion: v1” bulunan bir dosya gösterin.</translation>
    </message>
    <message>
        <source>it is no mapping of fields</source>
        <translation>alanlardan oluşan bir eşleme değil</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>dosya</translation>
    </message>
    <message>
        <source>cluster “%1”</source>
        <translation>“%1” kümesi</translation>
    </message>
    <message>
        <source>user “%1”</source>
        <translation>“%1” kullanıcısı</translation>
    </message>
    <message>
        <source>context “%1”</source>
        <translation>“%1” context’i</translation>
    </message>
    <message>
        <source>the YAML parser gave it up</source>
        <translation>YAML ayrıştırıcısı dosyayı okuyamadı</translation>
    </message>
    <message>
        <source>kubeconfig</source>
        <extracomment>a part of &quot;the %1 from %2 cannot be read&quot;</extracomment>
        <translation>kubeconfig</translation>
    </message>
    <message>
        <source>its brackets are nested too deeply</source>
        <translation>ayraçları çok derin iç içe geçmiş</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>metin dosyası değil</translation>
    </message>
    <message>
        <source>it is no valid YAML or JSON (%1)</source>
        <extracomment>%1 are the words of the YAML parser, in English</extracomment>
        <translation>geçerli YAML veya JSON değil (%1)</translation>
    </message>
    <message>
        <source>Correct this line; spaces indent, tabs do not.</source>
        <translation>Bu satırı düzeltin; girinti için sekme değil boşluk kullanın.</translation>
    </message>
    <message>
        <source>its aliases multiply it without measure</source>
        <translation>takma adları (alias) içeriği ölçüsüz çoğaltıyor</translation>
    </message>
    <message>
        <source>Write the entries out, without “*” aliases.</source>
        <translation>Girdileri “*” takma adları olmadan açıkça yazın.</translation>
    </message>
    <message>
        <source>its aliases lead back to themselves</source>
        <translation>takma adları (alias) kendilerine dönüyor</translation>
    </message>
    <message>
        <source>%1 is no mapping of fields</source>
        <translation>%1 alanlardan oluşan bir eşleme değil</translation>
    </message>
    <message>
        <source>%1 has a field whose name is no text</source>
        <translation>%1: adı metin olmayan bir alan var</translation>
    </message>
    <message>
        <source>Name it with a word.</source>
        <translation>Alana bir sözcükle ad verin.</translation>
    </message>
    <message>
        <source>%1 has the field “%2” twice</source>
        <translation>%1: “%2” alanı iki kez yazılmış</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Birini silin.</translation>
    </message>
    <message>
        <source>“%2” of %1 is no text</source>
        <translation>%1: “%2” bir metin değil</translation>
    </message>
    <message>
        <source>Write one value, in quotes.</source>
        <translation>Tırnak içinde tek bir değer yazın.</translation>
    </message>
    <message>
        <source>“%2” of %1 is neither true nor false</source>
        <translation>%1: “%2” ne true ne false</translation>
    </message>
    <message>
        <source>Write true or false, without quotes.</source>
        <translation>Tırnaksız true veya false yazın.</translation>
    </message>
    <message>
        <source>“%2” of %1 is no base64</source>
        <translation>%1: “%2” geçerli base64 değil</translation>
    </message>
    <message>
        <source>Encode it anew, for example with: base64 -w0 FILE</source>
        <translation>Yeniden kodlayın; örneğin: base64 -w0 DOSYA</translation>
    </message>
    <message>
        <source>“%2” of %1 is no list</source>
        <translation>%1: “%2” bir liste değil</translation>
    </message>
    <message>
        <source>Begin each item with “- ”.</source>
        <translation>Her öğeye “- ” ile başlayın.</translation>
    </message>
</context>
</TS>
