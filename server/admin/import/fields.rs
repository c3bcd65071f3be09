//! The fields a column can be mapped to, and the names such columns go by: English, German, French, Spanish, Arabic,
//! and those of the systems whose exports we know.

use crate::import::row::ImportKind;
use platform::search::fold;
use serde::{Deserialize, Serialize};

const C: u8 = 1;
const I: u8 = 2;
const S: u8 = 4;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $tag:literal in $kinds:expr, $shape:ident: $words:literal;)+) => {
        /// What a column can be about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Field { $($(#[$doc])* $name),+ }

        impl Field {
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its word in saved mappings and in the ids of its messages (`import-field-…`).
            #[must_use]
            pub fn tag(self) -> &'static str {
                match self { $(Self::$name => $tag),+ }
            }

            fn kinds(self) -> u8 {
                match self { $(Self::$name => $kinds),+ }
            }

            /// Whether several columns may be mapped to it; the first that says something counts, or all of them.
            #[must_use]
            pub fn many(self) -> bool {
                match self { $(Self::$name => Shape::$shape == Shape::Many),+ }
            }

            /// Names of such a column as [`normal`] leaves them, the likeliest first.
            pub fn words(self) -> impl Iterator<Item = &'static str> {
                match self { $(Self::$name => $words),+ }.split_whitespace()
            }
        }
    };
}

#[derive(PartialEq)]
enum Shape {
    One,
    Many,
}

fields! {
    Sku "sku" in C | I | S, One: "sku variantsku stockcode artikelnummer artikelnr artnr artikelno artikelcode itemnumber itemno itemcode productcode articlenumber articlecode partnumber productsku itemsku lineitemsku internalreference defaultcode customsku itemnr productnumber productno productnr produktnummer produktnr artikelnumber articleno articlenr reference ref codearticle referenceproduit referencearticle codigo codigoarticulo codigodearticulo codigoproducto codigodeproducto referencia code codeproduit referencenumber systemid kod codice codicearticolo nummer رمزالمنتج رقمالصنف رمزالصنف كودالصنف";
    Barcode "barcode" in C | I | S, Many: "barcode variantbarcode variantbarcodes barcodes gtin ean ean13 ean8 upc eancode gtinean eangtin gtinupceanorisbn eanupc upcean isbn strichcode barcodeean gencod gencode codebarre codebarres codeabarres codeean codigodebarras codigobarras codigoean codbarras codiceabarre codiceean kodkreskowy streepjescode otherbarcodes weiterebarcodes الباركود باركود الرمزالشريطي";
    Name "name" in C | I | S, One: "itemname lineitemname productservicename title name productname product producttitle item article artikel artikelbezeichnung bezeichnung artikelname produktname produkt designation libelle nom nomduproduit nomproduit produit nombre nombredelproducto nombreproducto producto articulo denominacion nazwa omschrijving الاسم اسمالمنتج المنتج اسمالصنف الصنف";
    VariantName "variant-name" in C | I, One: "variationname variantname variant variante variation";
    Description "description" in C | S, One: "description bodyhtml body beschreibung artikelbeschreibung langtext descriptif descripcion productdescription itemdescription descrizione text الوصف";
    Brand "brand" in C, One: "brand brandname marke hersteller marque fabricant marca fabricante manufacturer العلامةالتجارية vendor";
    Category "category" in C, Many: "reportingcategory category categories categoryname productcategory warengruppe kategorie kategorien artikelgruppe artikelgruppennummer itemgroup itemcategory categorie famille categoria familia rayon department departmentname categoriamerceologica kategoria الفية التصنيف producttype type";
    Tags "tags" in C, One: "tags schlagworter etiquettes etiquetas";
    State "state" in C, One: "status state itemstatus active aktiv actif activo lebenszyklus statut estado attivo الحالة";
    Archived "archived" in C, One: "archived archiviert";
    Option1Name "option1-name" in C | I, One: "option1name optionname1 variantoptiononename attribute1name";
    Option1Value "option1-value" in C | I, One: "option1value optionvalue1 variantoptiononevalue attribute1values attribute1value";
    Option2Name "option2-name" in C | I, One: "option2name optionname2 variantoptiontwoname attribute2name";
    Option2Value "option2-value" in C | I, One: "option2value optionvalue2 variantoptiontwovalue attribute2values attribute2value";
    Option3Name "option3-name" in C | I, One: "option3name optionname3 variantoptionthreename attribute3name";
    Option3Value "option3-value" in C | I, One: "option3value optionvalue3 variantoptionthreevalue attribute3values attribute3value";
    /// A column whose name is the axis: "Size", "Farbe".
    Axis "axis" in C | I, Many: "size colour color grosse groesse farbe taille couleur talla material materiau المقاس اللون";
    Price "price" in C, One: "price variantprice retailprice sellingprice regularprice salesprice listprice saleprice unitprice preis vkpreis vk verkaufspreis vkbrutto bruttopreis prix prixdevente prixttc prixpublic pvp precio preciodeventa precioventa rate defaultprice pricetaxexcluded pricetier1 salespricerate prezzo prezzovendita prezzodivendita verkoopprijs prijs cena cenasprzedazy السعر سعرالبيع";
    Cost "cost" in C, One: "costperitem cost unitcost costprice supplyprice defaultunitcost purchaseprice buyingprice einkaufspreis ek ekpreis eknetto prixdachat prixachat cout coste costo preciodecosto preciodecompra purchaserate wholesaleprice ordercost averageunitcost averagecost standardprice defaultcost purchasecost prezzoacquisto inkoopprijs التكلفة سعرالشراء";
    Currency "currency" in C, One: "currency wahrung waehrung devise moneda divisa العملة";
    Supplier "supplier" in C, One: "supplier suppliername defaultvendorname vendorname lieferant fournisseur proveedor المورد vendor";
    SupplierCode "supplier-code" in C, One: "suppliercode suppliersku vendorcode vendorsku defaultvendorcode lieferantenartikelnummer lieferantennummer lieferantenartnr referencefournisseur codefournisseur referenciaproveedor referenciadelproveedor codigoproveedor";
    Image "image" in C, Many: "imagesrc productimageurl image images imageurl imagelinks picture bild bildurl bilder photo imagen imagenes";
    /// Our own file's: names and values in one cell.
    Attributes "attributes" in C, One: "";
    /// Our own file's: barcodes of more than one piece.
    Packs "packs" in C, One: "";
    /// Our own file's: the suppliers' codes beyond the first.
    SupplierCodes "supplier-codes" in C, One: "";
    VariantImage "variant-image" in C, One: "variantimage variantimageurl";
    Unit "unit" in C, One: "unit unitofmeasure uom unitandprecision baseunit einheit mengeneinheit unite unitedemesure unidad unidaddemedida الوحدة";
    Group "group" in C | I, One: "handle urlhandle referencehandle parentsku parent";
    ExternalId "external-id" in C, One: "token id productid variantid";
    Stockable "stockable" in C | I, One: "stockable trackinventory trackstock";
    Location "location" in I | S, One: "location locationname store storename shop warehouse warehousename outlet branch lagerort lager filiale standort emplacement magasin entrepot depot boutique almacen tienda sucursal deposito الموقع المتجر المستودع الفرع";
    Bin "bin" in I, One: "binname bin binlocation binnumber shelf lagerplatz fach regal stellplatz casier rayonnage ubicacion estante pasillo الرف";
    StockStatus "stock-status" in I, One: "status stockstatus bestandsart";
    OnHand "on-hand" in I, One: "onhandcurrent onhand quantityonhand qtyonhand stockonhand soh currentquantity stock stocklevel stockquantity inventory inventoryquantity inventoryqty variantinventoryqty quantity qty bestand lagerbestand istbestand menge anzahl stuck stueck stk stuckzahl quantite qte quantiteenstock stockactuel stockdisponible cantidad existencias existencia unidades available availablenoteditable instock onhandqty qtyinstock qtyavailable giacenza quantita voorraad aantal ilosc stan stanmagazynowy openingstock المخزون الكمية الرصيد";
    NewOnHand "new-on-hand" in I, One: "onhandnew newquantity newonhand counted countedquantity gezahlt gezahltemenge neuerbestand zahlmenge comptage nouveaustock quantitecomptee nuevostock conteo recuento";
    Receipt "receipt" in S, One: "invoiceno invoice invoicenumber receipt receiptno receiptnumber receiptid transactionid transaction orderid order ordernumber saleid orderno transactionno transactionnumber saleno salenumber ticketno ticketnumber ticketid checkno checknumber billno billnumber bonnummer bonnr bonid bon kassenbon belegnummer belegnr belegid beleg rechnungsnummer rechnungsnr rechnung quittung quittungsnummer vorgang vorgangsnummer transaktion transaktionsnummer transaktionsid ticket numeroticket numerodeticket nticket noticket ndeticket nodeticket ticketdecaisse numerodeticketdecaisse facture numerofacture numerodefacture nfacture recu numerorecu numeroderecu numerodetransaction commande numerodecommande factura numerodefactura numerofactura numfactura nfactura recibo numerorecibo numeroderecibo tique transaccion numerotransaccion numerodetransaccion idtransaccion pedido numeropedido numerodepedido boleta رقمالفاتورة الفاتورة رقمالايصال الايصال رقمالمعاملة رقمالعملية رقمالطلب";
    Quantity "quantity" in S, One: "quantity qty quantitysold unitssold units itemssold netquantity menge anzahl stuck stueck stk verkauftemenge quantite qte quantitevendue cantidad unidades cantidadvendida الكمية lineitemquantity perunitquantity quantita ilosc aantal";
    UnitPrice "unit-price" in S, One: "lineitemprice unitprice price preis einzelpreis stuckpreis verkaufspreis prixunitaire prix preciounitario precio سعرالوحدة prezzo prijs cena السعر";
    SoldAt "sold-at" in S, One: "invoicedate soldat datetime saledate solddate date timestamp transactiondate createdat orderdate dateandtime datesold dateofsale dateofpurchase saledatetime solddatetime transactiondatetime transactiontime orderdatetime ordertime receiptdate receipttime invoicedatetime paidat completedat closedat datum datumuhrzeit datumzeit datumundzeit datumunduhrzeit zeitpunkt zeitstempel verkaufsdatum verkaufszeit verkaufszeitpunkt belegdatum bondatum bonzeit rechnungsdatum buchungsdatum transaktionsdatum verkauftam dateheure dateetheure horodatage datedevente datevente dateheuredevente datefacture datedefacture dateticket dateduticket datedetransaction datecommande fecha fechahora fechayhora fechadeventa fechaventa fechahoradeventa fechafactura fechadefactura fechaticket fechatransaccion fechadetransaccion التاريخ التاريخوالوقت تاريخالبيع تاريخالفاتورة وقتالبيع lineitemdate";
    SoldTime "sold-time" in S, One: "time soldtime saletime timeofsale uhrzeit zeit heure heuredevente hora horadeventa الوقت";
    Customer "customer" in S, One: "customerid customer customername kunde kundennummer kundennr client clientid cliente العميل";
    SaleKind "sale-kind" in S, One: "kind receipttype saletype transactiontype linetype vorgangsart buchungsart bonart belegart operation typedoperation operacion tipodeoperacion type typ art tipo vorgang نوعالعملية النوع";
    /// Whether it was cancelled: by a yes, a date or a word.
    Voided "voided" in S, Many: "void voided isvoid storno storniert stornoam cancelled canceled iscancelled cancelledat canceledat annule annulee annulele anulado anulada cancelado cancelada refunded isrefunded exchanged status orderstatus transactionstatus salestatus receiptstatus financialstatus statut statutcommande estado estadodelpedido bestellstatus belegstatus ملغي الحالة";
    /// What a product is to its shop's system: for sale by itself, or the parent of what is.
    ProductKind "product-kind" in 0, One: "";
}

impl Field {
    /// Whether a file of this kind can have it.
    #[must_use]
    pub fn is_of(self, kind: ImportKind) -> bool {
        let bit = match kind {
            ImportKind::Catalog => C,
            ImportKind::Inventory => I,
            ImportKind::Sales => S,
        };
        self.kinds() & bit != 0
    }

    /// Whether its column holds numbers, whose style is decided for the column.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Price | Self::Cost | Self::OnHand | Self::NewOnHand | Self::Quantity | Self::UnitPrice)
    }
}

/// A header as it is compared: small letters and digits, accents off. So `On hand (current)`, `ON HAND  CURRENT` and
/// `on_hand_current` are one, and `Référence` is `Reference`.
#[must_use]
pub fn normal(header: &str) -> String {
    fold(header).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What a header says after these words, as the location in `Current Quantity High Street`: without regard to case and
/// to what stands between the words. The words are given as [`normal`] leaves them.
#[must_use]
pub fn after<'a>(header: &'a str, words: &str) -> Option<&'a str> {
    let mut ends = header.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(end, _)| end);
    let end = ends.find(|end| header.get(..*end).is_some_and(|start| normal(start) == words))?;
    let rest = header.get(end..)?.trim();
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_word_is_as_normal_leaves_it() {
        for field in Field::ALL {
            for word in field.words() {
                assert_eq!(normal(word), word, "{}", field.tag());
            }
        }
    }

    #[test]
    fn tags_differ() {
        assert_eq!(Field::ALL.iter().map(|field| field.tag()).collect::<HashSet<_>>().len(), Field::ALL.len());
    }

    #[test]
    fn headers_are_compared_by_their_letters() {
        assert_eq!(normal("\u{feff}On hand (current)"), "onhandcurrent");
        assert_eq!(normal("ON_HAND  CURRENT"), "onhandcurrent");
        assert_eq!(normal("Référence"), "reference");
        assert_eq!(normal("Stück"), "stuck");
        assert_eq!(normal("Código de barras"), "codigodebarras");
        assert_eq!(normal("Cafe\u{301}\u{a0}\u{2009}Ğ-Øre."), "cafegore");
        assert_eq!(normal("رَقْم الإيصـال"), "رقمالايصال");
        assert_eq!(after("CURRENT\u{a0} quantity  High  Street ", "currentquantity"), Some("High  Street"));
        assert_eq!(after("Current Quantity", "currentquantity"), None);
        assert_eq!(after("Current Quantityx Street", "currentquantity"), None);
    }
}
