// Written by `npm run doors`; a test tells when it is out of date.
import * as abuseViewerDoor from '../v1/abuse/[viewer]/route';
import * as abuseDoor from '../v1/abuse/route';
import * as adDraftsIdDoor from '../v1/ad-drafts/[id]/route';
import * as adDraftsDoor from '../v1/ad-drafts/route';
import * as adVideosIdReportDoor from '../v1/ad-videos/[id]/report/route';
import * as adVideosIdDoor from '../v1/ad-videos/[id]/route';
import * as adVideosFilesDoor from '../v1/ad-videos/files/route';
import * as adVideosDoor from '../v1/ad-videos/route';
import * as adsIdEndDoor from '../v1/ads/[id]/end/route';
import * as adsIdParticipationsDoor from '../v1/ads/[id]/participations/route';
import * as adsIdPauseDoor from '../v1/ads/[id]/pause/route';
import * as adsIdReportDoor from '../v1/ads/[id]/report/route';
import * as adsIdResumeDoor from '../v1/ads/[id]/resume/route';
import * as adsIdDoor from '../v1/ads/[id]/route';
import * as adsJoinableDoor from '../v1/ads/joinable/route';
import * as adsDoor from '../v1/ads/route';
import * as assetsDoor from '../v1/assets/route';
import * as auditDoor from '../v1/audit/route';
import * as blocksIdDoor from '../v1/blocks/[id]/route';
import * as blocksPreviewDoor from '../v1/blocks/preview/route';
import * as blocksDoor from '../v1/blocks/route';
import * as closedHoursDoor from '../v1/closed-hours/route';
import * as commentsIdHideDoor from '../v1/comments/[id]/hide/route';
import * as commentsIdDoor from '../v1/comments/[id]/route';
import * as commentsIdShowDoor from '../v1/comments/[id]/show/route';
import * as contentsIdDoor from '../v1/contents/[id]/route';
import * as contentsImportDoor from '../v1/contents/import/route';
import * as contentsDoor from '../v1/contents/route';
import * as eventsImportDoor from '../v1/events/import/route';
import * as eventsDoor from '../v1/events/route';
import * as integrityDoor from '../v1/integrity/route';
import * as jobsRedriveDoor from '../v1/jobs/redrive/route';
import * as jobsDoor from '../v1/jobs/route';
import * as jobsSummaryDoor from '../v1/jobs/summary/route';
import * as keysIdRevokeDoor from '../v1/keys/[id]/revoke/route';
import * as keysIdDoor from '../v1/keys/[id]/route';
import * as keysIdViewerTokenSecretDoor from '../v1/keys/[id]/viewer-token-secret/route';
import * as keysDoor from '../v1/keys/route';
import * as mailsIdDoor from '../v1/mails/[id]/route';
import * as mailsRedriveDoor from '../v1/mails/redrive/route';
import * as mailsDoor from '../v1/mails/route';
import * as mailsSummaryDoor from '../v1/mails/summary/route';
import * as meNoticesStreamDoor from '../v1/me/notices/stream/route';
import * as mePayoutAccountDoor from '../v1/me/payout-account/route';
import * as meDoor from '../v1/me/route';
import * as membersIdCouponsDoor from '../v1/members/[id]/coupons/route';
import * as membersIdNoticesReadDoor from '../v1/members/[id]/notices/read/route';
import * as membersIdNoticesDoor from '../v1/members/[id]/notices/route';
import * as membersIdOrdersDoor from '../v1/members/[id]/orders/route';
import * as membersIdParticipationsDoor from '../v1/members/[id]/participations/route';
import * as membersIdPointsEntriesDoor from '../v1/members/[id]/points/entries/route';
import * as membersIdPointsDoor from '../v1/members/[id]/points/route';
import * as openPostsIdDoor from '../v1/open/posts/[id]/route';
import * as openPostsDoor from '../v1/open/posts/route';
import * as openProductsDoor from '../v1/open/products/route';
import * as openRankingsDoor from '../v1/open/rankings/route';
import * as ordersIdRefundDoor from '../v1/orders/[id]/refund/route';
import * as ordersDoor from '../v1/orders/route';
import * as postsIdCommentsDoor from '../v1/posts/[id]/comments/route';
import * as postsIdHideDoor from '../v1/posts/[id]/hide/route';
import * as postsIdLikesDoor from '../v1/posts/[id]/likes/route';
import * as postsIdDoor from '../v1/posts/[id]/route';
import * as postsIdShowDoor from '../v1/posts/[id]/show/route';
import * as postsIdViewsDoor from '../v1/posts/[id]/views/route';
import * as postsPicturesDoor from '../v1/posts/pictures/route';
import * as postsDoor from '../v1/posts/route';
import * as productsIdOrdersDoor from '../v1/products/[id]/orders/route';
import * as productsIdDoor from '../v1/products/[id]/route';
import * as productsDoor from '../v1/products/route';
import * as rankingsDaysDoor from '../v1/rankings/days/route';
import * as rankingsDoor from '../v1/rankings/route';
import * as roleRequestsIdDeclineDoor from '../v1/role-requests/[id]/decline/route';
import * as roleRequestsIdGrantDoor from '../v1/role-requests/[id]/grant/route';
import * as roleRequestsDoor from '../v1/role-requests/route';
import * as runsDoor from '../v1/runs/route';
import * as sessionsIdDoor from '../v1/sessions/[id]/route';
import * as settlementCreatorsIdHoldDoor from '../v1/settlement/creators/[id]/hold/route';
import * as settlementCreatorsIdReleaseDoor from '../v1/settlement/creators/[id]/release/route';
import * as settlementCreatorsIdDoor from '../v1/settlement/creators/[id]/route';
import * as settlementDaysDayCloseDoor from '../v1/settlement/days/[day]/close/route';
import * as settlementDaysDayCompareDoor from '../v1/settlement/days/[day]/compare/route';
import * as settlementDaysDayLinesDoor from '../v1/settlement/days/[day]/lines/route';
import * as settlementDaysDayDoor from '../v1/settlement/days/[day]/route';
import * as settlementDaysDayRunDoor from '../v1/settlement/days/[day]/run/route';
import * as settlementDaysDoor from '../v1/settlement/days/route';
import * as settlementMonthsMonthCloseDoor from '../v1/settlement/months/[month]/close/route';
import * as settlementMonthsDoor from '../v1/settlement/months/route';
import * as settlementPayoutsIdApproveDoor from '../v1/settlement/payouts/[id]/approve/route';
import * as settlementPayoutsIdHoldDoor from '../v1/settlement/payouts/[id]/hold/route';
import * as settlementPayoutsIdPayDoor from '../v1/settlement/payouts/[id]/pay/route';
import * as settlementPayoutsIdReleaseDoor from '../v1/settlement/payouts/[id]/release/route';
import * as settlementPayoutsApproveDoor from '../v1/settlement/payouts/approve/route';
import * as settlementPayoutsExportDoor from '../v1/settlement/payouts/export/route';
import * as settlementPayoutsPayDoor from '../v1/settlement/payouts/pay/route';
import * as settlementPayoutsDoor from '../v1/settlement/payouts/route';
import * as settlementPayoutsSummaryDoor from '../v1/settlement/payouts/summary/route';
import * as settlementStatementsIdDownloadDoor from '../v1/settlement/statements/[id]/download/route';
import * as settlementStatementsIdLinesDoor from '../v1/settlement/statements/[id]/lines/route';
import * as settlementStatementsIdDoor from '../v1/settlement/statements/[id]/route';
import * as settlementStatementsDoor from '../v1/settlement/statements/route';
import * as settlementsHoursDoor from '../v1/settlements/hours/route';
import * as settlementsLinesDoor from '../v1/settlements/lines/route';
import * as settlementsDoor from '../v1/settlements/route';
import * as settlementsSeriesDoor from '../v1/settlements/series/route';
import * as statsHoursDoor from '../v1/stats/hours/route';
import * as statsIncreaseDoor from '../v1/stats/increase/route';
import * as statsIntakeDoor from '../v1/stats/intake/route';
import * as statsRefreshDoor from '../v1/stats/refresh/route';
import * as statsDoor from '../v1/stats/route';
import * as statsStreamingDoor from '../v1/stats/streaming/route';
import * as statsTopDoor from '../v1/stats/top/route';
import * as statsVideosDoor from '../v1/stats/videos/route';
import * as tariffsDoor from '../v1/tariffs/route';
import * as usersIdRolesDoor from '../v1/users/[id]/roles/route';
import * as usersIdDoor from '../v1/users/[id]/route';
import * as usersIdSessionsDoor from '../v1/users/[id]/sessions/route';
import * as usersDoor from '../v1/users/route';
import * as videosIdAdsDoor from '../v1/videos/[id]/ads/route';
import * as videosIdDoor from '../v1/videos/[id]/route';
import * as vouchersCodeQrDoor from '../v1/vouchers/[code]/qr/route';
import * as vouchersCodeRedeemDoor from '../v1/vouchers/[code]/redeem/route';
import * as vouchersCodeDoor from '../v1/vouchers/[code]/route';
import * as watchDoor from '../v1/watch/route';

/** Each path of the API and the module that answers it. */
export const DOORS: Record<string, object> = {
  '/api/v1/abuse/[viewer]': abuseViewerDoor,
  '/api/v1/abuse': abuseDoor,
  '/api/v1/ad-drafts/[id]': adDraftsIdDoor,
  '/api/v1/ad-drafts': adDraftsDoor,
  '/api/v1/ad-videos/[id]/report': adVideosIdReportDoor,
  '/api/v1/ad-videos/[id]': adVideosIdDoor,
  '/api/v1/ad-videos/files': adVideosFilesDoor,
  '/api/v1/ad-videos': adVideosDoor,
  '/api/v1/ads/[id]/end': adsIdEndDoor,
  '/api/v1/ads/[id]/participations': adsIdParticipationsDoor,
  '/api/v1/ads/[id]/pause': adsIdPauseDoor,
  '/api/v1/ads/[id]/report': adsIdReportDoor,
  '/api/v1/ads/[id]/resume': adsIdResumeDoor,
  '/api/v1/ads/[id]': adsIdDoor,
  '/api/v1/ads/joinable': adsJoinableDoor,
  '/api/v1/ads': adsDoor,
  '/api/v1/assets': assetsDoor,
  '/api/v1/audit': auditDoor,
  '/api/v1/blocks/[id]': blocksIdDoor,
  '/api/v1/blocks/preview': blocksPreviewDoor,
  '/api/v1/blocks': blocksDoor,
  '/api/v1/closed-hours': closedHoursDoor,
  '/api/v1/comments/[id]/hide': commentsIdHideDoor,
  '/api/v1/comments/[id]': commentsIdDoor,
  '/api/v1/comments/[id]/show': commentsIdShowDoor,
  '/api/v1/contents/[id]': contentsIdDoor,
  '/api/v1/contents/import': contentsImportDoor,
  '/api/v1/contents': contentsDoor,
  '/api/v1/events/import': eventsImportDoor,
  '/api/v1/events': eventsDoor,
  '/api/v1/integrity': integrityDoor,
  '/api/v1/jobs/redrive': jobsRedriveDoor,
  '/api/v1/jobs': jobsDoor,
  '/api/v1/jobs/summary': jobsSummaryDoor,
  '/api/v1/keys/[id]/revoke': keysIdRevokeDoor,
  '/api/v1/keys/[id]': keysIdDoor,
  '/api/v1/keys/[id]/viewer-token-secret': keysIdViewerTokenSecretDoor,
  '/api/v1/keys': keysDoor,
  '/api/v1/mails/[id]': mailsIdDoor,
  '/api/v1/mails/redrive': mailsRedriveDoor,
  '/api/v1/mails': mailsDoor,
  '/api/v1/mails/summary': mailsSummaryDoor,
  '/api/v1/me/notices/stream': meNoticesStreamDoor,
  '/api/v1/me/payout-account': mePayoutAccountDoor,
  '/api/v1/me': meDoor,
  '/api/v1/members/[id]/coupons': membersIdCouponsDoor,
  '/api/v1/members/[id]/notices/read': membersIdNoticesReadDoor,
  '/api/v1/members/[id]/notices': membersIdNoticesDoor,
  '/api/v1/members/[id]/orders': membersIdOrdersDoor,
  '/api/v1/members/[id]/participations': membersIdParticipationsDoor,
  '/api/v1/members/[id]/points/entries': membersIdPointsEntriesDoor,
  '/api/v1/members/[id]/points': membersIdPointsDoor,
  '/api/v1/open/posts/[id]': openPostsIdDoor,
  '/api/v1/open/posts': openPostsDoor,
  '/api/v1/open/products': openProductsDoor,
  '/api/v1/open/rankings': openRankingsDoor,
  '/api/v1/orders/[id]/refund': ordersIdRefundDoor,
  '/api/v1/orders': ordersDoor,
  '/api/v1/posts/[id]/comments': postsIdCommentsDoor,
  '/api/v1/posts/[id]/hide': postsIdHideDoor,
  '/api/v1/posts/[id]/likes': postsIdLikesDoor,
  '/api/v1/posts/[id]': postsIdDoor,
  '/api/v1/posts/[id]/show': postsIdShowDoor,
  '/api/v1/posts/[id]/views': postsIdViewsDoor,
  '/api/v1/posts/pictures': postsPicturesDoor,
  '/api/v1/posts': postsDoor,
  '/api/v1/products/[id]/orders': productsIdOrdersDoor,
  '/api/v1/products/[id]': productsIdDoor,
  '/api/v1/products': productsDoor,
  '/api/v1/rankings/days': rankingsDaysDoor,
  '/api/v1/rankings': rankingsDoor,
  '/api/v1/role-requests/[id]/decline': roleRequestsIdDeclineDoor,
  '/api/v1/role-requests/[id]/grant': roleRequestsIdGrantDoor,
  '/api/v1/role-requests': roleRequestsDoor,
  '/api/v1/runs': runsDoor,
  '/api/v1/sessions/[id]': sessionsIdDoor,
  '/api/v1/settlement/creators/[id]/hold': settlementCreatorsIdHoldDoor,
  '/api/v1/settlement/creators/[id]/release': settlementCreatorsIdReleaseDoor,
  '/api/v1/settlement/creators/[id]': settlementCreatorsIdDoor,
  '/api/v1/settlement/days/[day]/close': settlementDaysDayCloseDoor,
  '/api/v1/settlement/days/[day]/compare': settlementDaysDayCompareDoor,
  '/api/v1/settlement/days/[day]/lines': settlementDaysDayLinesDoor,
  '/api/v1/settlement/days/[day]': settlementDaysDayDoor,
  '/api/v1/settlement/days/[day]/run': settlementDaysDayRunDoor,
  '/api/v1/settlement/days': settlementDaysDoor,
  '/api/v1/settlement/months/[month]/close': settlementMonthsMonthCloseDoor,
  '/api/v1/settlement/months': settlementMonthsDoor,
  '/api/v1/settlement/payouts/[id]/approve': settlementPayoutsIdApproveDoor,
  '/api/v1/settlement/payouts/[id]/hold': settlementPayoutsIdHoldDoor,
  '/api/v1/settlement/payouts/[id]/pay': settlementPayoutsIdPayDoor,
  '/api/v1/settlement/payouts/[id]/release': settlementPayoutsIdReleaseDoor,
  '/api/v1/settlement/payouts/approve': settlementPayoutsApproveDoor,
  '/api/v1/settlement/payouts/export': settlementPayoutsExportDoor,
  '/api/v1/settlement/payouts/pay': settlementPayoutsPayDoor,
  '/api/v1/settlement/payouts': settlementPayoutsDoor,
  '/api/v1/settlement/payouts/summary': settlementPayoutsSummaryDoor,
  '/api/v1/settlement/statements/[id]/download': settlementStatementsIdDownloadDoor,
  '/api/v1/settlement/statements/[id]/lines': settlementStatementsIdLinesDoor,
  '/api/v1/settlement/statements/[id]': settlementStatementsIdDoor,
  '/api/v1/settlement/statements': settlementStatementsDoor,
  '/api/v1/settlements/hours': settlementsHoursDoor,
  '/api/v1/settlements/lines': settlementsLinesDoor,
  '/api/v1/settlements': settlementsDoor,
  '/api/v1/settlements/series': settlementsSeriesDoor,
  '/api/v1/stats/hours': statsHoursDoor,
  '/api/v1/stats/increase': statsIncreaseDoor,
  '/api/v1/stats/intake': statsIntakeDoor,
  '/api/v1/stats/refresh': statsRefreshDoor,
  '/api/v1/stats': statsDoor,
  '/api/v1/stats/streaming': statsStreamingDoor,
  '/api/v1/stats/top': statsTopDoor,
  '/api/v1/stats/videos': statsVideosDoor,
  '/api/v1/tariffs': tariffsDoor,
  '/api/v1/users/[id]/roles': usersIdRolesDoor,
  '/api/v1/users/[id]': usersIdDoor,
  '/api/v1/users/[id]/sessions': usersIdSessionsDoor,
  '/api/v1/users': usersDoor,
  '/api/v1/videos/[id]/ads': videosIdAdsDoor,
  '/api/v1/videos/[id]': videosIdDoor,
  '/api/v1/vouchers/[code]/qr': vouchersCodeQrDoor,
  '/api/v1/vouchers/[code]/redeem': vouchersCodeRedeemDoor,
  '/api/v1/vouchers/[code]': vouchersCodeDoor,
  '/api/v1/watch': watchDoor,
};
